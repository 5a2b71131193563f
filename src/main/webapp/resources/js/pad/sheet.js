import {paint, picture, Strokes} from './strokes.js';

/**
 * The sheet that a person draws on with mouse, finger or pen: a canvas and the strokes on it.
 * Fires `start` when a pen touches it and `lift` when a stroke is complete.
 */
export class Sheet extends EventTarget {
    #canvas;
    #strokes = new Strokes();
    #pointer = null;
    #frame = 0;

    constructor(canvas) {
        super();
        this.#canvas = canvas;
        canvas.addEventListener('pointerdown', event => this.#down(event));
        canvas.addEventListener('pointermove', event => this.#move(event));
        canvas.addEventListener('pointerup', event => this.#up(event));
        canvas.addEventListener('pointercancel', event => this.#up(event));
        new ResizeObserver(() => this.#fit()).observe(canvas);
    }

    get empty() {
        return this.#strokes.empty;
    }

    get drawing() {
        return this.#strokes.drawing;
    }

    begin(point) {
        this.dispatchEvent(new Event('start'));
        this.#strokes.begin(point);
        this.redraw();
    }

    extend(...points) {
        this.#strokes.extend(points);
        this.redraw();
    }

    lift() {
        this.#strokes.finish();
        this.redraw();
        this.dispatchEvent(new Event('lift'));
    }

    undo() {
        this.#strokes.undo();
        this.redraw();
    }

    clear() {
        this.#strokes.clear();
        this.redraw();
    }

    /** What is drawn, as a PNG for the server. */
    picture() {
        return picture(this.#strokes.all, this.#canvas.width / this.#canvas.height);
    }

    /** Paints before the next frame, however many points have come since the last one. */
    redraw() {
        this.#frame ||= requestAnimationFrame(() => {
            this.#frame = 0;
            const {width, height} = this.#canvas;
            const context = this.#canvas.getContext('2d');
            context.clearRect(0, 0, width, height);
            paint(context, this.#strokes.all, {width, height, ink: getComputedStyle(this.#canvas).color});
        });
    }

    #down(event) {
        if (this.#pointer !== null || event.button !== 0) {
            return;
        }
        this.#pointer = event.pointerId;
        this.#canvas.setPointerCapture(event.pointerId);
        this.begin(this.#point(event));
    }

    #move(event) {
        if (event.pointerId === this.#pointer) {
            const path = event.getCoalescedEvents?.() ?? [];
            this.extend(...(path.length ? path : [event]).map(step => this.#point(step)));
        }
    }

    #up(event) {
        if (event.pointerId === this.#pointer) {
            this.#pointer = null;
            this.lift();
        }
    }

    #point({clientX, clientY}) {
        const {left, top, width, height} = this.#canvas.getBoundingClientRect();
        const side = Math.min(width, height);
        return {x: (clientX - left - width / 2) / side, y: (clientY - top - height / 2) / side};
    }

    #fit() {
        const {width, height} = this.#canvas.getBoundingClientRect();
        this.#canvas.width = Math.max(1, Math.round(width * devicePixelRatio));
        this.#canvas.height = Math.max(1, Math.round(height * devicePixelRatio));
        this.redraw();
    }
}
