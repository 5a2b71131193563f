import {explained} from './failures.js';

/** The message beside the canvas when something did not work, in the place of the answer. */
export class Notice {
    #box = document.querySelector('#notice');
    #retry = document.querySelector('#retry');
    #again = null;

    constructor() {
        this.#retry.addEventListener('click', () => this.#again?.());
        document.querySelector('#dismiss').addEventListener('click', () => this.hide());
    }

    /** Says what went wrong; with `again`, offers to try again. */
    show(title, detail, again = null) {
        this.#again = again;
        this.#retry.hidden = !again;
        this.#box.hidden = false;
        document.querySelector('#notice-title').textContent = title;
        document.querySelector('#notice-detail').textContent = detail;
    }

    /** Says why there is no answer, a Failure; offers to try again where that may help. */
    failed(failure, again) {
        const {title, detail, again: helps} = explained(failure);
        this.show(title, detail, helps ? again : null);
    }

    /** There is an answer now: a message that offers to try again is done with, any other stays. */
    answered() {
        if (this.#again) {
            this.hide();
        }
    }

    /** Takes the message away; a keyboard's focus in it goes on to the button that asks again. */
    hide() {
        if (this.#box.contains(document.activeElement)) {
            document.querySelector('#predict').focus();
        }
        this.#box.hidden = true;
    }
}
