import {number, text} from '../texts.js';
import {Intake} from './intake.js';

/**
 * One picture from a file, which lies on the sheet.
 * Fires `picture` when there is another one, or `refuse` with {title, detail}.
 */
export class Upload extends EventTarget {
    #place = document.querySelector('#sheet');
    #image = document.querySelector('#picture');
    #name = document.querySelector('#picture-name');
    #file = null;

    constructor() {
        super();
        const intake = new Intake(this.#place, [[document.querySelector('#upload'), document.querySelector('#file')]]);
        intake.addEventListener('files', ({detail: {sources}}) => this.#take(sources));
        intake.addEventListener('refuse', ({detail}) => this.#refuse(detail));
        this.#image.addEventListener('error', () => this.#image.hidden = true);
    }

    /** The picture on the sheet, or null. */
    get file() {
        return this.#file;
    }

    get covering() {
        return this.#file !== null;
    }

    remove() {
        this.#file = null;
        URL.revokeObjectURL(this.#image.src);
        this.#image.removeAttribute('src');
        this.#image.hidden = this.#name.hidden = true;
        this.#place.classList.remove('pictured');
    }

    #take([source, ...others]) {
        if (others.length > 0) {
            this.#refuse({title: text('upload.several'), detail: text('upload.several.detail', number(others.length + 1))});
        } else if (source.problem) {
            this.#refuse(source.problem);
        } else {
            this.#accept(source);
        }
    }

    #accept({file, name}) {
        this.remove();
        this.#file = file;
        this.#image.src = URL.createObjectURL(file);
        this.#name.textContent = this.#image.alt = name;
        this.#image.hidden = this.#name.hidden = false;
        this.#place.classList.add('pictured');
        this.dispatchEvent(new Event('picture'));
    }

    #refuse(detail) {
        this.dispatchEvent(new CustomEvent('refuse', {detail}));
    }
}
