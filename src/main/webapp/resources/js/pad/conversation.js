import {ask, Failure} from '../server.js';

/** Asks the server about the pad's picture, dims what is shown meanwhile, and says it when there is no answer. */
export class Conversation {
    #pad;
    #notice;
    #page = document.querySelector('#main');

    constructor(pad, notice) {
        this.#pad = pad;
        this.#notice = notice;
    }

    /**
     * Asks at this address, in a turn of its own; `apply` sees the answer only while no newer turn has begun.
     * Returns the Failure when there is no answer, and offers to do `again` what led here.
     */
    async ask(address, turns, apply, again) {
        const signal = turns.begin();
        this.#page.dataset.asking = '';
        try {
            const answer = await ask(address, await this.#pad.picture(), signal);
            if (!signal.aborted) {
                this.#notice.hide();
                apply(answer);
            }
        } catch (error) {
            if (error instanceof Failure && !signal.aborted) {
                this.#notice.failed(error, again, this.#pad.fileName);
                return error;
            }
            if (!signal.aborted) {
                throw error;
            }
        } finally {
            if (!signal.aborted) {
                this.stop();
            }
        }
    }

    /** Nothing is asked any more. */
    stop() {
        delete this.#page.dataset.asking;
    }
}
