import {ask, Failure} from '../server.js';

/** Asks the server about a picture, dims what is shown meanwhile, and says it when there is no answer. */
export class Conversation {
    #notice;
    #page = document.querySelector('#main');

    constructor(notice) {
        this.#notice = notice;
    }

    /**
     * Asks at this address about a picture, a Blob or a promise of one, in a turn of its own; `apply` sees the answer only
     * while no newer turn has begun. Returns the Failure when there is no answer, and offers to do `again` what led here.
     */
    async ask(address, picture, turns, apply, again) {
        const signal = turns.begin();
        this.#page.dataset.asking = '';
        try {
            const answer = await ask(address, await picture, signal);
            if (!signal.aborted) {
                this.#notice.answered();
                apply(answer);
            }
        } catch (error) {
            if (error instanceof Failure && !signal.aborted) {
                this.#notice.failed(error, again);
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
