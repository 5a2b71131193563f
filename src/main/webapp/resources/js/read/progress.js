import {number, text} from '../texts.js';

/** How often a screen reader is told how far it is, in milliseconds. */
const TELLING = 4000;

/** How far the reading of many files is: a bar, a count beside it, and a word to screen readers now and then. */
export class Progress {
    #bar = document.querySelector('#progress');
    #count = document.querySelector('#count');
    #told = document.querySelector('#told');
    #running = document.querySelector('#running');
    #lastTold = 0;

    /** `progress` as Batch tells it; `cancelled` when a person has ended it. */
    show({files, done, pages, failed, running}, cancelled = false) {
        const words = this.#words({files, done, pages, failed, running});
        this.#running.hidden = !running;
        this.#bar.max = files;
        if (files === 1 && running) {
            this.#bar.removeAttribute('value');
        } else {
            this.#bar.value = done;
        }
        this.#count.textContent = cancelled ? text('batch.cancelled', words) : words;
        if (!running || Date.now() - this.#lastTold > TELLING) {
            this.#lastTold = Date.now();
            this.#told.textContent = this.#count.textContent;
        }
    }

    #words({files, done, pages, failed, running}) {
        if (files === 1) {
            return text(failed ? 'batch.pages.failed' : 'batch.pages', number(pages - failed), number(failed));
        }
        const read = Math.max(0, done - failed);
        return text(failed ? 'batch.count.failed' : 'batch.count', number(read), number(files), number(failed));
    }
}
