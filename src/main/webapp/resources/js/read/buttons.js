import {level, named} from './confidence.js';

/**
 * A box with a button for each digit of a reading, of which Tab reaches one; the arrow keys go on to the others: left and
 * right in their order, up and down to the nearest in that direction, Home and End to the first and the last.
 * Fires `open` with a digit's index as its detail.
 */
export class DigitButtons extends EventTarget {
    #box;

    constructor(box) {
        super();
        this.#box = box;
        box.addEventListener('click', ({target}) => this.#open(target.closest('button')));
        box.addEventListener('keydown', event => this.#press(event));
        box.addEventListener('focusin', ({target}) => this.#stopAt(target.closest('button')));
    }

    /** Fills the box with what holds such buttons. */
    put(...contents) {
        this.#box.replaceChildren(...contents);
        this.#stopAt(this.#buttons[0]);
    }

    /** Marks the digit that is open. */
    mark(index) {
        for (const button of this.#buttons) {
            const open = Number(button.dataset.index) === index;
            button.ariaCurrent = open ? 'true' : null;
            if (open) {
                this.#stopAt(button);
            }
        }
    }

    get #buttons() {
        return [...this.#box.querySelectorAll('button')];
    }

    #open(button) {
        if (button) {
            this.dispatchEvent(new CustomEvent('open', {detail: Number(button.dataset.index)}));
        }
    }

    #stopAt(chosen) {
        this.#buttons.forEach(button => button.tabIndex = button === chosen ? 0 : -1);
    }

    #press(event) {
        const buttons = this.#buttons;
        const at = buttons.indexOf(event.target);
        if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        const next = {
            ArrowRight: () => buttons[at + 1], ArrowLeft: () => buttons[at - 1],
            Home: () => buttons[0], End: () => buttons[buttons.length - 1],
            ArrowDown: () => nearest(buttons, buttons[at], 1), ArrowUp: () => nearest(buttons, buttons[at], -1)
        }[event.key];
        if (next) {
            event.preventDefault();
            next()?.focus();
        }
    }
}

/** A button for the digit with this index. */
export function digitButton(digit, index) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.index = index;
    button.dataset.level = level(digit);
    button.ariaLabel = named(digit);
    return button;
}

/** The button next to this one below (1) or above (-1) it, if there is one. */
function nearest(buttons, from, direction) {
    const here = from.getBoundingClientRect();
    const distance = button => {
        const {left, right, top, bottom} = button.getBoundingClientRect();
        const down = direction * (top + bottom - here.top - here.bottom) / 2;
        return down < here.height / 2 ? Infinity : 2 * down + Math.abs(left + right - here.left - here.right) / 2;
    };
    const best = buttons.reduce((best, button) => distance(button) < distance(best) ? button : best);
    return distance(best) < Infinity ? best : undefined;
}
