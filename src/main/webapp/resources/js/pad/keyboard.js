import {text} from '../texts.js';

/** One press moves the pen this far, in units of the sheet's shorter side. */
const STEP = 0.025;

const DIRECTIONS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

/**
 * Draws with the keyboard while the canvas has the focus: the arrow keys move a visible pen (two at once: diagonally),
 * Space or Enter puts it down and lifts it, Escape lifts it.
 */
export class KeyboardPen {
    #sheet;
    #canvas;
    #cursor;
    #held = new Set();
    #at = {x: -0.2, y: -0.25};

    constructor(sheet, canvas, cursor) {
        this.#sheet = sheet;
        this.#canvas = canvas;
        this.#cursor = cursor;
        canvas.addEventListener('keydown', event => this.#press(event));
        canvas.addEventListener('keyup', event => this.#held.delete(event.key));
        canvas.addEventListener('focus', () => this.#show());
        canvas.addEventListener('blur', () => this.#leave());
        canvas.addEventListener('pointerdown', () => this.#cursor.hidden = true);
        sheet.addEventListener('lift', () => this.#show());
        new ResizeObserver(() => this.#show()).observe(canvas);
    }

    #press(event) {
        if (event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        if (event.key in DIRECTIONS) {
            this.#held.add(event.key);
            this.#move(event.shiftKey ? 3 * STEP : STEP);
        } else if (event.key === ' ' || event.key === 'Enter') {
            this.#toggle(event.repeat);
        } else if (event.key === 'Escape' && this.#sheet.drawing) {
            this.#sheet.lift();
        } else {
            return;
        }
        event.preventDefault();
        this.#show();
    }

    #move(step) {
        const {width, height} = this.#canvas.getBoundingClientRect();
        const side = this.#sheet.unit;
        const [x, y] = [...this.#held].reduce(([x, y], key) => [x + DIRECTIONS[key][0], y + DIRECTIONS[key][1]], [0, 0]);
        this.#at = {
            x: within(this.#at.x + x * step, width / side / 2),
            y: within(this.#at.y + y * step, height / side / 2)
        };
        if (this.#sheet.drawing) {
            this.#sheet.extend(this.#at);
        }
    }

    #toggle(repeated) {
        if (repeated) {
            return;
        }
        if (this.#sheet.drawing) {
            this.#sheet.lift();
        } else {
            this.#sheet.begin(this.#at);
        }
    }

    #leave() {
        this.#held.clear();
        if (this.#sheet.drawing && this.#cursor.classList.contains('down')) {
            this.#sheet.lift();
        }
        this.#cursor.hidden = true;
    }

    #show() {
        const {width, height} = this.#canvas.getBoundingClientRect();
        const side = this.#sheet.unit;
        const down = this.#sheet.drawing;
        this.#cursor.hidden = !this.#canvas.matches(':focus-visible');
        this.#cursor.classList.toggle('down', down);
        this.#cursor.textContent = text(down ? 'pad.pen.down' : 'pad.pen.up');
        this.#cursor.style.translate = `${width / 2 + this.#at.x * side}px ${height / 2 + this.#at.y * side}px`;
    }
}

function within(value, limit) {
    return Math.max(-limit, Math.min(limit, value));
}
