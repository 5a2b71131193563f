import {write} from '../pad/verdict.js';
import {number, percent, text} from '../texts.js';
import {Chips} from './chips.js';
import {leastSure} from './confidence.js';

/** What a reading says as a whole: its text in large, how sure it is, and its digits to choose from. */
export class NumberCard {
    #card = document.querySelector('#number');
    #text = document.querySelector('#text');
    chips = new Chips();

    /** A reading of one sign needs no more than that sign's own answer. */
    show(reading) {
        if (reading.digits.length === 0 || reading.digits.length + reading.marks.length < 2) {
            this.hide();
            return;
        }
        this.#card.hidden = false;
        this.#card.dataset.length = reading.lines.some(line => line.length > 12) || reading.lines.length > 2 ? 'long' : 'short';
        if (this.#text.textContent !== reading.text) {
            this.#text.replaceChildren(...signs(reading.text));
        }
        const unknown = reading.digits.filter(({recognized}) => !recognized).length;
        this.#card.classList.toggle('doubt', unknown > 0);
        write(document.querySelector('#number-headline'), unknown ? text('number.unknown', number(unknown), number(reading.digits.length))
            : text('answer.sure', percent(reading.confidence)));
        write(document.querySelector('#number-detail'), unknown ? '' : least(reading));
        this.chips.show(reading);
    }

    hide() {
        this.#card.hidden = true;
        this.#text.textContent = '';
        this.chips.put();
    }
}

function least({digits}) {
    const {text: sign, confidence} = digits[leastSure(digits)];
    return text('number.least', sign, percent(confidence));
}

/** The text, with every sign that is not recognised marked as such. */
function signs(words) {
    return words.split(/(\?)/).filter(Boolean).map(part => {
        const element = document.createElement(part === '?' ? 'i' : 'span');
        element.textContent = part;
        return element;
    });
}
