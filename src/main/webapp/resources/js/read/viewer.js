import {drawOnPaper} from './paper.js';
import {Overlay} from './overlay.js';

/** How many pixels the longer side of a picture on paper has. */
const PAPER_SIDE = 1600;

/** How far the browser's idea of a picture's proportions may be from the server's before its boxes would lie beside its digits. */
const AGREED = 0.02;

/** A picture on the sheet, in place of a drawing or over it, with a box around each digit. */
export class Viewer {
    #sheet = document.querySelector('#sheet');
    #canvas = document.querySelector('#ink');
    #viewer = document.querySelector('#viewer');
    #image = document.querySelector('#picture');
    #paper = document.querySelector('#paper');
    #name = document.querySelector('#picture-name');
    #covering = false;
    #turn = 0;
    #file = null;
    overlay = new Overlay();

    /** Whether a picture lies on the sheet. */
    get covering() {
        return this.#covering;
    }

    /** Shows a picture that is still to be read, where the browser can: a Blob, and what it is called. */
    async cover(file, name) {
        this.remove();
        this.#lay(name);
        return this.#show(file, this.#turn);
    }

    /** Shows a picture with its reading; `file` is null where the browser cannot show the page that was read. */
    async show(file, name, reading) {
        if (file && file === this.#file && !this.#image.hidden && this.#agrees(reading)) {
            return;
        }
        this.remove();
        this.#lay(name);
        const turn = this.#turn;
        this.#sheet.style.setProperty('--ratio', reading.width / reading.height);
        if (!file || !await this.#show(file, turn) || !this.#agrees(reading)) {
            await this.#draw(reading, turn);
        }
    }

    /** Puts the boxes of a reading over what is shown. */
    mark(reading) {
        this.#viewer.hidden = false;
        this.#viewer.classList.toggle('drawn', !this.#covering);
        this.fade(false);
        this.overlay.show(reading);
    }

    /** Lets the boxes fade while what they are about is changing. */
    fade(fading) {
        this.#viewer.classList.toggle('fading', fading);
    }

    /** Takes the boxes away. */
    unmark() {
        this.overlay.clear();
        this.#viewer.hidden = !this.#covering;
    }

    /** Takes the picture away, and what was drawn before is there again. */
    remove() {
        this.#turn++;
        this.#covering = this.#canvas.inert = false;
        this.#discard();
        this.#paper.hidden = true;
        this.#sheet.classList.remove('pictured');
        this.unmark();
    }

    #lay(name) {
        this.#covering = this.#canvas.inert = true;
        this.#name.textContent = this.#image.alt = this.#paper.ariaLabel = name;
        this.#sheet.classList.add('pictured');
        this.#viewer.hidden = false;
        this.#viewer.classList.remove('drawn');
    }

    /** Whether the browser can show this file. */
    async #show(file, turn) {
        const address = URL.createObjectURL(file);
        this.#image.src = address;
        try {
            await this.#image.decode();
        } catch {
            URL.revokeObjectURL(address);
            return false;
        }
        if (turn === this.#turn) {
            this.#sheet.style.setProperty('--ratio', this.#image.naturalWidth / this.#image.naturalHeight);
            this.#image.hidden = false;
            this.#file = file;
        }
        return true;
    }

    #agrees({width, height}) {
        return Math.abs(Math.log(this.#image.naturalWidth / this.#image.naturalHeight * height / width)) < AGREED;
    }

    async #draw(reading, turn) {
        const paper = document.createElement('canvas');
        await drawOnPaper(paper, reading, PAPER_SIDE);
        if (turn === this.#turn) {
            this.#discard();
            this.#sheet.style.setProperty('--ratio', reading.width / reading.height);
            this.#paper.width = paper.width;
            this.#paper.height = paper.height;
            this.#paper.getContext('2d').drawImage(paper, 0, 0);
            this.#paper.hidden = false;
        }
    }

    #discard() {
        this.#file = null;
        this.#image.hidden = true;
        URL.revokeObjectURL(this.#image.src);
        this.#image.removeAttribute('src');
    }
}
