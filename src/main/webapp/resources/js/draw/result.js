import {number, percent, text} from '../texts.js';

/** Shows what the server answered: the verdict, and the pictures that explain it. */
export class Result {
    #page = document.querySelector('#main');
    #labels = [...document.querySelectorAll('[data-label]')].map(element => element.dataset.label);
    #answer = null;

    /** The answer on the page, or null. */
    get answer() {
        return this.#answer;
    }

    /** Back to the invitation, or to a word about what to do first. */
    clear(detail = text('answer.waiting.detail')) {
        this.#answer = null;
        this.#page.dataset.state = 'empty';
        this.#say('', 0, text('answer.waiting'), detail);
        write('#timing', '');
        write('#cam-caption', text('cam.waiting'));
        ['#input', '#probabilities', '#activations', '#cam'].forEach(image => show(image));
        mark('target', null);
    }

    asking() {
        this.#page.dataset.asking = '';
    }

    asked() {
        delete this.#page.dataset.asking;
    }

    /** A whole answer; `target` is the label that its class activation map is for. */
    show(answer, target = answer.label) {
        this.#answer = answer;
        this.#page.dataset.state = answer.recognized ? 'sure' : 'doubt';
        if (answer.recognized) {
            this.#say(answer.label, answer.confidence, text('answer.sure', percent(answer.confidence)), this.#runnerUp());
        } else {
            this.#say('?', answer.confidence, text('answer.unrecognized'), this.#reason());
        }
        write('#timing', answer.milliseconds === undefined ? answer.model
            : text('answer.timing', answer.model, number(answer.milliseconds)));
        show('#input', answer.input, document.querySelector('#input').alt);
        this.explain(answer, ['probabilities', 'activations', 'cam'], target);
    }

    /** Only these kinds of explanation; `target` is the label that the class activation map is for. */
    explain({explanations = {}, descriptions = {}}, kinds, target) {
        kinds.forEach(kind => show(`#${kind}`, explanations[kind], descriptions[kind]));
        if (kinds.includes('cam')) {
            mark('target', explanations.cam ? target : null);
            write('#cam-caption', explanations.cam ? this.#why(target) : text('cam.waiting'));
        }
    }

    #say(label, share, headline, detail) {
        write('#digit', label);
        write('#headline', headline);
        write('#detail', detail);
        document.querySelector('#gauge').setAttribute('stroke-dasharray', `${share * 100} 100`);
    }

    #runnerUp() {
        const {label, probabilities} = this.#answer;
        const [second] = this.#labels.map((name, i) => ({name, share: probabilities[i]}))
            .filter(({name}) => name !== label)
            .sort((a, b) => b.share - a.share);
        return second ? text('answer.runnerup', second.name, percent(second.share)) : '';
    }

    #reason() {
        const {reason, label, confidence} = this.#answer;
        return text(`answer.reason.${reason}`, label, percent(confidence));
    }

    #why(target) {
        const share = this.#answer.probabilities[this.#labels.indexOf(target)];
        return text(target === this.#answer.label ? 'cam.winner' : 'cam.other', target, percent(share));
    }
}

function write(selector, words) {
    const element = document.querySelector(selector);
    if (element && element.textContent !== words) {
        element.textContent = words;
    }
}

/** Puts a picture and its text alternative in its place, or takes it away; the place takes the picture's proportions. */
function show(selector, address, description) {
    const image = document.querySelector(selector);
    if (!image) {
        return;
    }
    image.hidden = !address;
    if (address) {
        image.alt = description ?? '';
        image.onload = () => image.parentElement.style.aspectRatio = `${image.naturalWidth} / ${image.naturalHeight}`;
        image.src = address;
    }
}

function mark(group, value) {
    document.querySelectorAll(`input[name=${group}]`).forEach(input => input.checked = input.value === value);
}
