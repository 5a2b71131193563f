import {percent} from '../texts.js';
import {DigitButtons, digitButton} from './buttons.js';

/** The signs of a reading, line by line, with a button for each digit, large enough for every finger. */
export class Chips extends DigitButtons {

    constructor() {
        super(document.querySelector('#chips'));
    }

    show(reading) {
        this.put(...reading.lines.map((_, line) => row(reading, line)));
    }
}

/** One line: its digits and marks, in their order. */
function row({digits, marks}, line) {
    const row = document.createElement('div');
    row.append(...[...digits.map((digit, index) => ({at: digit, element: chip(digit, index)})),
        ...marks.map(mark => ({at: mark, element: sign(mark)}))]
        .filter(({at}) => at.line === line)
        .sort((a, b) => a.at.position - b.at.position)
        .map(({element}) => element));
    return row;
}

function chip(digit, index) {
    const chip = digitButton(digit, index);
    const label = document.createElement('b');
    const share = document.createElement('small');
    label.textContent = digit.text;
    share.textContent = percent(digit.confidence);
    chip.append(label, share);
    return chip;
}

function sign({text}) {
    const sign = document.createElement('span');
    sign.textContent = text;
    sign.ariaHidden = 'true';
    return sign;
}
