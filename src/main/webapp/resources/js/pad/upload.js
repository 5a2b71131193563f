import {megabytes, number, text} from '../texts.js';

const TYPES = {
    png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif',
    bmp: 'image/bmp', webp: 'image/webp', tif: 'image/tiff', tiff: 'image/tiff'
};

/**
 * Takes one picture from a file chooser, or dropped anywhere on the page, and shows it on the sheet.
 * Fires `picture` with the file as its detail, or `refuse` with {title, detail}.
 */
export class Upload extends EventTarget {
    #limit;
    #place;
    #image = document.querySelector('#picture');
    #name = document.querySelector('#picture-name');
    #file = null;

    constructor({button, input, place, limit}) {
        super();
        this.#limit = limit;
        this.#place = place;
        button.addEventListener('click', () => input.click());
        input.addEventListener('change', () => {
            this.#take([...input.files]);
            input.value = '';
        });
        addEventListener('dragover', event => this.#over(event));
        addEventListener('dragleave', event => event.relatedTarget ?? this.#place.classList.remove('dropping'));
        addEventListener('drop', event => this.#drop(event));
        this.#image.addEventListener('error', () => this.#image.hidden = true);
    }

    /** The picture on the sheet, or null. */
    get file() {
        return this.#file;
    }

    /** The name of that picture's file, or undefined. */
    get name() {
        return this.#file ? this.#name.textContent : undefined;
    }

    remove() {
        this.#file = null;
        URL.revokeObjectURL(this.#image.src);
        this.#image.removeAttribute('src');
        this.#image.hidden = this.#name.hidden = true;
        this.#place.classList.remove('pictured');
    }

    #over(event) {
        if (event.dataTransfer.types.includes('Files')) {
            event.preventDefault();
            this.#place.classList.add('dropping');
        }
    }

    #drop(event) {
        this.#place.classList.remove('dropping');
        if (event.dataTransfer.types.includes('Files')) {
            event.preventDefault();
            this.#take([...event.dataTransfer.files]);
        }
    }

    #take(files) {
        const [file] = files;
        const type = file && (Object.values(TYPES).find(known => known === file.type)
            ?? (file.type ? undefined : TYPES[file.name.split('.').pop().toLowerCase()]));
        if (files.length > 1) {
            this.#refuse('several', number(files.length));
        } else if (file && !type) {
            this.#refuse('unsupported', file.name);
        } else if (file && file.size === 0) {
            this.#refuse('empty', file.name);
        } else if (file && file.size > this.#limit) {
            this.#refuse('large', file.name, megabytes(file.size), megabytes(this.#limit));
        } else if (file) {
            this.#accept(file.slice(0, file.size, type), file.name);
        }
    }

    #accept(file, name) {
        this.remove();
        this.#file = file;
        this.#image.src = URL.createObjectURL(file);
        this.#name.textContent = this.#image.alt = name;
        this.#image.hidden = this.#name.hidden = false;
        this.#place.classList.add('pictured');
        this.dispatchEvent(new CustomEvent('picture', {detail: file}));
    }

    #refuse(reason, ...values) {
        const detail = {title: text(`upload.${reason}`), detail: text(`upload.${reason}.detail`, ...values)};
        this.dispatchEvent(new CustomEvent('refuse', {detail}));
    }
}
