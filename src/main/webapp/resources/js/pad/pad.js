import {KeyboardPen} from './keyboard.js';
import {Sheet} from './sheet.js';

/**
 * Where a picture comes from: the sheet, or what covers it, with the buttons and keys that belong to them.
 * Fires `start` when a pen touches the sheet; `tap`, cancelable, with the point's {x, y} as shares of the sheet, when a pen
 * touches it without moving; `change` when there is another drawing, or none any more, or the cover is taken away;
 * `predict` when a person asks by the button.
 */
export class Pad extends EventTarget {
    #place = document.querySelector('#sheet');
    #canvas = document.querySelector('#ink');
    #sheet = new Sheet(this.#canvas);
    #cover;

    /** `cover` is what may lie on the sheet: it has `covering`, and `remove()` takes it away. */
    constructor(cover) {
        super();
        this.#cover = cover;
        new KeyboardPen(this.#sheet, this.#canvas, document.querySelector('#cursor'));
        this.#listen();
        this.tidy();
    }

    get empty() {
        return this.#sheet.empty && !this.#cover.covering;
    }

    /** What is drawn: a promise of a Blob. */
    picture() {
        return this.#sheet.picture();
    }

    /** Paints the ink again, in the colour of the theme. */
    redraw() {
        this.#sheet.redraw();
    }

    /** Dims what has nothing to do; to be called when a cover has come. */
    tidy() {
        this.#place.classList.toggle('blank', this.empty);
        document.querySelectorAll('#undo, #clear').forEach(button => button.ariaDisabled = String(this.empty));
    }

    #listen() {
        this.#sheet.addEventListener('start', () => this.#start());
        this.#sheet.addEventListener('tap', event => this.#tap(event));
        this.#sheet.addEventListener('lift', () => this.#changed());
        document.querySelector('#undo').addEventListener('click', () => this.#undo());
        document.querySelector('#clear').addEventListener('click', () => this.#clear());
        document.querySelector('#predict').addEventListener('click', () => this.dispatchEvent(new Event('predict')));
        addEventListener('keydown', event => this.#press(event));
    }

    /** A stroke over a picture begins a new drawing. */
    #start() {
        if (this.#cover.covering) {
            this.#cover.remove();
            this.#sheet.clear();
        }
        this.#place.classList.remove('blank');
        this.dispatchEvent(new Event('start'));
    }

    #tap(event) {
        if (!this.dispatchEvent(new CustomEvent('tap', {detail: event.detail, cancelable: true}))) {
            event.preventDefault();
        }
    }

    #undo() {
        if (this.#cover.covering) {
            this.#cover.remove();
        } else {
            this.#sheet.undo();
        }
        this.#changed();
    }

    #clear() {
        this.#cover.remove();
        this.#sheet.clear();
        this.#changed();
    }

    #press(event) {
        if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') {
            event.preventDefault();
            this.#undo();
        } else if ((event.key === 'Delete' || event.key === 'Backspace') && event.target === this.#canvas) {
            event.preventDefault();
            this.#clear();
        }
    }

    #changed() {
        this.tidy();
        this.dispatchEvent(new Event('change'));
    }
}
