import {KeyboardPen} from './keyboard.js';
import {Sheet} from './sheet.js';
import {Upload} from './upload.js';

/**
 * Where a picture comes from: the sheet, or an upload that lies on it, with the buttons and keys that belong to them.
 * Fires `change` when there is another picture, or none any more; `predict` when a person asks by the button;
 * `refuse` with {title, detail} when a file is no picture.
 */
export class Pad extends EventTarget {
    #place = document.querySelector('#sheet');
    #canvas = document.querySelector('#ink');
    #sheet = new Sheet(this.#canvas);
    #upload;

    constructor() {
        super();
        this.#upload = new Upload({
            button: document.querySelector('#upload'),
            input: document.querySelector('#file'),
            place: this.#place,
            limit: Number(this.#place.dataset.limit)
        });
        new KeyboardPen(this.#sheet, this.#canvas, document.querySelector('#cursor'));
        this.#listen();
        this.#tidy();
    }

    get empty() {
        return this.#sheet.empty && !this.#upload.file;
    }

    /** The name of the uploaded file, or undefined for a drawing. */
    get fileName() {
        return this.#upload.name;
    }

    /** The picture to send, a Blob: the uploaded file as it is, or what is drawn. */
    async picture() {
        return this.#upload.file ?? this.#sheet.picture();
    }

    /** Paints the ink again, in the colour of the theme. */
    redraw() {
        this.#sheet.redraw();
    }

    #listen() {
        this.#sheet.addEventListener('start', () => this.#start());
        this.#sheet.addEventListener('lift', () => this.#changed());
        this.#upload.addEventListener('picture', () => this.#changed());
        this.#upload.addEventListener('refuse', ({detail}) => this.dispatchEvent(new CustomEvent('refuse', {detail})));
        document.querySelector('#undo').addEventListener('click', () => this.#undo());
        document.querySelector('#clear').addEventListener('click', () => this.#clear());
        document.querySelector('#predict').addEventListener('click', () => this.dispatchEvent(new Event('predict')));
        addEventListener('keydown', event => this.#press(event));
    }

    /** A stroke over a picture begins a new drawing. */
    #start() {
        if (this.#upload.file) {
            this.#upload.remove();
            this.#sheet.clear();
        }
        this.#place.classList.remove('blank');
    }

    #undo() {
        if (this.#upload.file) {
            this.#upload.remove();
        } else {
            this.#sheet.undo();
        }
        this.#changed();
    }

    #clear() {
        this.#upload.remove();
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
        this.#tidy();
        this.dispatchEvent(new Event('change'));
    }

    /** Dims what has nothing to do. */
    #tidy() {
        this.#place.classList.toggle('blank', this.empty);
        document.querySelectorAll('#undo, #clear').forEach(button => button.ariaDisabled = String(this.empty));
    }
}
