import {paint, PEN, picture, Strokes} from './strokes.js';

/** A pen that moves by less than this many pixels only taps. */
const TAP = 4;

/**
 * The sheet that a person draws on with mouse, finger or pen: a canvas and the strokes on it.
 * Fires `start` when a pen touches it and `lift` when a stroke is complete; and before that `tap`, with the point's {x, y} as
 * shares of the sheet, when the pen has not moved: whoever prevents its default takes it for something else than ink.
 */
export class Sheet extends EventTarget {
    #canvas;
    #strokes = new Strokes();
    #pointer = null;
    #frame = 0;
    #reach = {x: 0, y: 0};
    #zoom = 1;

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

    /** How many of the screen's pixels a unit of the strokes has. */
    get unit() {
        const {width, height} = this.#canvas.getBoundingClientRect();
        return Math.min(width, height) * this.#zoom;
    }

    begin(point) {
        this.dispatchEvent(new Event('start'));
        this.#strokes.begin(point);
        this.#reachFor([point]);
        this.redraw();
    }

    extend(...points) {
        this.#strokes.extend(points);
        this.#reachFor(points);
        this.redraw();
    }

    lift() {
        this.#strokes.finish();
        this.redraw();
        this.dispatchEvent(new Event('lift'));
    }

    undo() {
        this.#strokes.undo();
        this.#emptied();
        this.redraw();
    }

    clear() {
        this.#strokes.clear();
        this.#emptied();
        this.redraw();
    }

    /** What is drawn, as a PNG for the server. */
    picture() {
        return picture(this.#strokes.all, this.#canvas.width / this.#canvas.height, this.#zoom);
    }

    /** Paints before the next frame, however many points have come since the last one. */
    redraw() {
        this.#frame ||= requestAnimationFrame(() => {
            this.#frame = 0;
            const {width, height} = this.#canvas;
            const context = this.#canvas.getContext('2d');
            context.clearRect(0, 0, width, height);
            paint(context, this.#strokes.all, {width, height, ink: getComputedStyle(this.#canvas).color, zoom: this.#zoom});
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
            if (event.type === 'pointerup' && this.#strokes.still(TAP / this.unit) && this.#tapped(event)) {
                this.undo();
            } else {
                this.lift();
            }
        }
    }

    /** Whether somebody took the tap for something else than a dot of ink. */
    #tapped({clientX, clientY}) {
        const {left, top, width, height} = this.#canvas.getBoundingClientRect();
        const detail = {x: (clientX - left) / width, y: (clientY - top) / height};
        return !this.dispatchEvent(new CustomEvent('tap', {detail, cancelable: true}));
    }

    #point({clientX, clientY}) {
        const {left, top, width, height} = this.#canvas.getBoundingClientRect();
        return {x: (clientX - left - width / 2) / this.unit, y: (clientY - top - height / 2) / this.unit};
    }

    /** Remembers how far from the centre there is ink to be seen. */
    #reachFor(points) {
        const {width, height} = this.#canvas.getBoundingClientRect();
        for (const {x, y} of points) {
            this.#reach.x = Math.max(this.#reach.x, Math.min(Math.abs(x) + PEN / 2, width / this.unit / 2));
            this.#reach.y = Math.max(this.#reach.y, Math.min(Math.abs(y) + PEN / 2, height / this.unit / 2));
        }
    }

    #emptied() {
        if (this.#strokes.empty) {
            this.#reach = {x: 0, y: 0};
            this.#zoom = 1;
        }
    }

    #fit() {
        const {width, height} = this.#canvas.getBoundingClientRect();
        this.#canvas.width = Math.max(1, Math.round(width * devicePixelRatio));
        this.#canvas.height = Math.max(1, Math.round(height * devicePixelRatio));
        const side = 2 * Math.min(width, height);
        if (side > 0) {
            this.#zoom = Math.min(1, width / side / this.#reach.x, height / side / this.#reach.y);
        }
        this.redraw();
    }
}
