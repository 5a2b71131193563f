import {browserShows} from './formats.js';
import {drawOnPaper} from './paper.js';

/** The longer side of a thumbnail, in pixels of the screen at a density of two. */
const SIDE = 112;

/** Small pictures of results, made one after the other, and only of those that somebody is about to see. */
export class Thumbnails {
    #wanted = new Map();
    #queue = [];
    #busy = false;
    #watch = new IntersectionObserver(seen => this.#see(seen), {rootMargin: '300px'});

    /** Draws this result's picture on this canvas once it comes near the screen. */
    add(canvas, result) {
        this.#wanted.set(canvas, result);
        this.#watch.observe(canvas);
    }

    clear() {
        this.#watch.disconnect();
        this.#wanted.clear();
        this.#queue = [];
    }

    #see(seen) {
        for (const {target} of seen.filter(({isIntersecting}) => isIntersecting)) {
            this.#watch.unobserve(target);
            this.#queue.push(target);
        }
        this.#go();
    }

    async #go() {
        if (this.#busy) {
            return;
        }
        this.#busy = true;
        while (this.#queue.length > 0) {
            const canvas = this.#queue.shift();
            const result = this.#wanted.get(canvas);
            this.#wanted.delete(canvas);
            if (result) {
                await draw(canvas, result);
            }
        }
        this.#busy = false;
    }
}

async function draw(canvas, {source, reading}) {
    if (!(browserShows(source) && await drawFile(canvas, source.file)) && reading) {
        await drawOnPaper(canvas, reading, SIDE);
    }
}

/** Whether the browser can read the file. */
async function drawFile(canvas, file) {
    try {
        const picture = await createImageBitmap(file);
        const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
        canvas.width = Math.max(1, Math.round(picture.width * scale));
        canvas.height = Math.max(1, Math.round(picture.height * scale));
        const context = canvas.getContext('2d');
        context.imageSmoothingQuality = 'high';
        context.drawImage(picture, 0, 0, canvas.width, canvas.height);
        picture.close();
        return true;
    } catch {
        return false;
    }
}
