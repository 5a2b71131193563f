import {DigitButtons, digitButton} from './buttons.js';

/** Boxes over a picture: a button for each digit, a frame for each mark. */
export class Overlay extends DigitButtons {
    #reading = null;

    constructor() {
        super(document.querySelector('#boxes'));
    }

    show(reading) {
        this.#reading = reading;
        this.put(...reading.marks.map(mark => frame(mark, reading)),
            ...reading.digits.map((digit, index) => box(digit, index, reading)));
    }

    clear() {
        this.#reading = null;
        this.put();
    }

    /** The index of the digit at a point, given in shares of the picture; undefined where there is none. */
    at({x, y}) {
        const {digits = [], width, height} = this.#reading ?? {};
        const index = digits.findIndex(({box}) => x * width >= box.x && x * width <= box.x + box.width
            && y * height >= box.y && y * height <= box.y + box.height);
        return index < 0 ? undefined : index;
    }
}

function box(digit, index, picture) {
    const button = digitButton(digit, index);
    button.append(tag(digit.text));
    return place(button, digit.box, picture);
}

function frame(mark, picture) {
    const frame = document.createElement('span');
    frame.className = 'mark';
    frame.ariaHidden = 'true';
    frame.append(tag(mark.text));
    return place(frame, mark.box, picture);
}

function tag(sign) {
    const tag = document.createElement('span');
    tag.className = 'tag';
    tag.textContent = sign;
    return tag;
}

/** Puts it where the box lies, in shares of the picture, so that it stays there in whatever size the picture is shown. */
function place(element, {x, y, width, height}, picture) {
    element.style.left = `${100 * x / picture.width}%`;
    element.style.top = `${100 * y / picture.height}%`;
    element.style.width = `${100 * width / picture.width}%`;
    element.style.height = `${100 * height / picture.height}%`;
    element.classList.toggle('high', y < 0.1 * picture.height);
    return element;
}
