import {number, text} from '../texts.js';
import {dropped} from './folders.js';
import {source} from './kinds.js';

/**
 * Takes files: chosen, photographed, dropped anywhere on the page, or pasted. Fires `files` with {sources, more}, as kinds.js
 * and folders.js describe them, or `refuse` with {title, detail} when there is nothing to take.
 */
export class Intake extends EventTarget {
    #place;
    #limits;

    /** `inputs` are [button, input] pairs; `place` lights up while files hover over the page, and knows the limits. */
    constructor(place, inputs) {
        super();
        this.#place = place;
        this.#limits = {file: Number(place.dataset.limit), archive: Number(place.dataset.archiveLimit)};
        inputs.forEach(([button, input]) => this.#choose(button, input));
        addEventListener('dragover', event => this.#over(event));
        addEventListener('dragleave', event => event.relatedTarget ?? place.classList.remove('dropping'));
        addEventListener('drop', event => this.#drop(event));
        addEventListener('paste', event => this.#paste(event));
    }

    /** Takes the pictures that the clipboard holds, where the browser lets pages look. */
    async paste() {
        try {
            const files = [];
            for (const item of await navigator.clipboard.read()) {
                const type = item.types.find(type => type.startsWith('image/'));
                if (type) {
                    files.push(new File([await item.getType(type)], '', {type}));
                }
            }
            this.#pasted(files);
        } catch {
            this.#refuse('denied');
        }
    }

    #choose(button, input) {
        button.addEventListener('click', () => input.click());
        input.addEventListener('change', () => {
            this.#give([...input.files].map(file => ({file, name: file.name})));
            input.value = '';
        });
    }

    #over(event) {
        if (event.dataTransfer.types.includes('Files')) {
            event.preventDefault();
            this.#place.classList.add('dropping');
        }
    }

    async #drop(event) {
        this.#place.classList.remove('dropping');
        if (event.dataTransfer.types.includes('Files')) {
            event.preventDefault();
            const {files, more} = await dropped(event.dataTransfer);
            this.#give(files, more);
        }
    }

    #paste(event) {
        if (event.target instanceof Element && event.target.matches('input, textarea, [contenteditable]')) {
            return;
        }
        event.preventDefault();
        this.#pasted([...event.clipboardData.files]);
    }

    /** Pasted pictures have no names of their own, or all the same. */
    #pasted(files) {
        if (files.length === 0) {
            this.#refuse('clipboard');
        }
        this.#give(files.map((file, i) => ({file,
            name: file.name && file.name !== 'image.png' ? file.name : text('upload.pasted', number(i + 1))})));
    }

    #give(files, more = false) {
        if (files.length > 0) {
            const sources = files.map(({file, name}) => source(file, name, this.#limits));
            this.dispatchEvent(new CustomEvent('files', {detail: {sources, more}}));
        }
    }

    #refuse(reason) {
        const detail = {title: text(`upload.${reason}`), detail: text(`upload.${reason}.detail`)};
        this.dispatchEvent(new CustomEvent('refuse', {detail}));
    }
}
