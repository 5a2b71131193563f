import {look} from '../look.js';
import {leastSure} from '../read/confidence.js';
import {NumberCard} from '../read/number.js';
import {address, Turns} from '../server.js';
import {number} from '../texts.js';
import {Result} from './result.js';

const CHART_UNITS = 640;

const $ = selector => document.querySelector(selector);

/**
 * What the page answers: the reading as a whole, and of one of its digits, the open one, how sure it is and why. The
 * explanations of a digit are asked for when it is opened.
 */
export class Answer {
    #conversation;
    #choice;
    #viewer;
    #narrow;
    #result = new Result();
    #number = new NumberCard();
    #whole = new Turns();
    #parts = {activations: new Turns(), cam: new Turns()};
    #reading = null;
    #index = undefined;
    #drawing = null;

    /** `narrow` tells whether maps are laid out for a narrow screen. */
    constructor(conversation, choice, viewer, narrow) {
        this.#conversation = conversation;
        this.#choice = choice;
        this.#viewer = viewer;
        this.#narrow = narrow;
        [viewer.overlay, this.#number.chips].forEach(buttons =>
            buttons.addEventListener('open', ({detail}) => this.open(detail)));
    }

    /** Whether it is about what is drawn. */
    get drawn() {
        return this.#drawing !== null;
    }

    /** Whether there is something to explain. */
    get explained() {
        return Boolean(this.#result.answer && (this.#index !== undefined || this.#drawing));
    }

    /** Nothing is read: an invitation, or a word about what to do first. */
    clear(words) {
        this.#stop();
        this.#reading = this.#drawing = null;
        this.#number.hide();
        this.#viewer.unmark();
        this.#result.clear(words);
    }

    /** A reading of a file, with the digit open that is the least sure; or with `drawing`, a Blob, one of what is drawn. */
    show(reading, drawing = null) {
        this.#stop();
        this.#reading = reading;
        this.#drawing = drawing;
        this.#number.show(reading);
        this.mark();
        const {digits} = reading;
        if (digits.length > 1 || digits.some(({recognized}) => recognized || !drawing)) {
            this.open(leastSure(digits));
        } else {
            this.#doubt();
        }
    }

    /** Puts the boxes where they belong; a drawing of one digit needs none. */
    mark() {
        if (!this.#reading || this.#drawing && this.#reading.digits.length + this.#reading.marks.length < 2) {
            this.#viewer.unmark();
        } else {
            this.#viewer.mark(this.#reading);
            this.#viewer.overlay.mark(this.#index);
        }
    }

    /** Shows why this digit was read as it was. */
    open(index) {
        this.#viewer.fade(false);
        const {digits, model, milliseconds} = this.#reading;
        this.#index = index;
        this.#viewer.overlay.mark(index);
        this.#number.chips.mark(index);
        this.#result.show({...digits[index], model, milliseconds}, digits.length > 1 ? this.#which(index) : '');
        this.#explain();
    }

    /** The digit at a point of the picture, in shares of it, if there is one to open there. */
    at(point) {
        return this.#viewer.overlay.at(point);
    }

    /** Asks for one kind of explanation again, with another layer or another target. */
    explain(kind, wish) {
        if (this.explained) {
            this.#conversation.ask(this.#question({explain: kind, ...wish}), this.#subject(), this.#parts[kind],
                answer => this.#result.explain(answer, [kind], wish.target), () => this.explain(kind, wish));
        }
    }

    /** Asks for all explanations again, in the present theme and size; the class activation map stays with its target. */
    redraw(target) {
        if (this.explained) {
            this.#explain(target);
        }
    }

    async #explain(target) {
        const wish = {explain: this.#choice.explanations.join(), layer: chosenLayer(), target};
        const failure = await this.#conversation.ask(this.#question(wish), this.#subject(), this.#whole,
            answer => this.#result.explain(answer, undefined, target), () => this.#explain(target));
        if (failure) {
            this.#result.explain({});
        }
    }

    /** Where no digit is recognised, the drawing as a whole tells why; a file has told it. */
    async #doubt() {
        const {reason = 'blank', model, milliseconds} = this.#reading;
        this.#index = undefined;
        if (!this.drawn) {
            this.#result.show({recognized: false, reason, confidence: 0, probabilities: [], model, milliseconds});
            this.#result.explain({});
            return;
        }
        const wish = {explain: this.#choice.explanations.join(), layer: chosenLayer()};
        const failure = await this.#conversation.ask(this.#question(wish), this.#drawing, this.#whole, answer => {
            this.#result.show(answer);
            this.#result.explain(answer);
        }, () => this.#doubt());
        if (failure) {
            this.#result.clear('');
        }
    }

    /** What explanations are about: the open digit as the network saw it, or the drawing as a whole. */
    #subject() {
        return this.#index === undefined ? this.#drawing : png(this.#reading.digits[this.#index].input);
    }

    #question(wish) {
        return address('api/v1/predictions', {model: this.#choice.model, normalized: this.#index === undefined ? undefined : true,
            grid: this.#narrow.matches ? 'square' : 'wide', ...wish, ...look($('.chart .plot'), CHART_UNITS)});
    }

    #which(index) {
        return this.#choice.words('number.which', number(index + 1), number(this.#reading.digits.length));
    }

    #stop() {
        [this.#whole, ...Object.values(this.#parts)].forEach(turns => turns.end());
        this.#conversation.stop();
    }
}

function chosenLayer() {
    return $('input[name=layer]:checked')?.value;
}

/** The bytes of a data URL, which pages may not fetch. */
function png(address) {
    return new Blob([Uint8Array.from(atob(address.split(',')[1]), letter => letter.charCodeAt(0))], {type: 'image/png'});
}
