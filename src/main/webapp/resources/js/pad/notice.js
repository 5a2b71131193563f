import {number, text} from '../texts.js';
import {PATIENCE} from '../server.js';

/** What the server answers when the picture itself is at fault: trying again would not help. */
const UNREADABLE = new Set([413, 415, 422]);

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

    /** Says why there is no answer; `file` is the name of the uploaded file, if it is about one. */
    failed({kind, status, problem}, again, file) {
        if (status === 415 && file) {
            this.show(text('upload.unsupported'), text('upload.unsupported.detail', file));
        } else if (kind === 'refused' && problem && UNREADABLE.has(status)) {
            this.show(text('failure.unreadable'), problem.detail ?? problem.title);
        } else if (kind === 'refused' && problem) {
            this.show(text(status === 503 ? 'failure.busy' : 'failure.refused'), problem.detail ?? problem.title, again);
        } else {
            this.show(text(`failure.${kind}`), text(`failure.${kind}.detail`, status ?? number(PATIENCE / 1000)), again);
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
