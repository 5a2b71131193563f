import {Verdict, write} from '../pad/verdict.js';
import {number, percent, text} from '../texts.js';

const $ = selector => document.querySelector(selector);

/** Shows what the server answered: the verdict, and the pictures that explain it. */
export class Result {
    #verdict = new Verdict();
    #answer = null;

    /** The answer on the page, or null. */
    get answer() {
        return this.#answer;
    }

    /** Back to the invitation, or to a word about what to do first. */
    clear(detail) {
        this.#answer = null;
        this.#verdict.say({state: 'empty', headline: text('answer.waiting'), detail});
        write($('#timing'), '');
        document.querySelectorAll('.which').forEach(place => write(place, ''));
        this.explain({});
    }

    /** An answer about one digit; `which` tells which one it is, where there are several. The pictures that explain it stay as they are. */
    show(answer, which = '') {
        this.#answer = answer;
        this.#verdict.say(answer.recognized ? this.#recognized() : this.#rejected());
        document.querySelectorAll('.which').forEach(place => write(place, which));
        write($('#timing'), answer.milliseconds === undefined ? answer.model
            : text('answer.timing', answer.model, number(answer.milliseconds)));
    }

    /** The pictures of these kinds; `target` is the label that the class activation map is for. */
    explain({explanations = {}, descriptions = {}}, kinds = ['probabilities', 'activations', 'cam'], target = this.#answer?.label) {
        kinds.forEach(kind => show($(`#${kind}`), explanations[kind], descriptions[kind]));
        if (kinds.includes('cam')) {
            document.querySelectorAll('input[name=target]').forEach(input => input.checked = explanations.cam && input.value === target);
            write($('#cam-caption'), explanations.cam ? this.#why(target) : text('cam.waiting'));
        }
    }

    #recognized() {
        const {label, confidence, input} = this.#answer;
        return {state: 'sure', label, share: confidence, headline: text('answer.sure', percent(confidence)), detail: this.#runnerUp(), input};
    }

    #rejected() {
        const {reason, label, confidence, input} = this.#answer;
        return {state: 'doubt', label: '?', share: confidence, headline: text('answer.unrecognized'),
            detail: text(`answer.reason.${reason}`, label, percent(confidence)), input};
    }

    #runnerUp() {
        const {label, probabilities} = this.#answer;
        const [second] = labels().map((name, i) => ({name, share: probabilities[i]}))
            .filter(({name}) => name !== label)
            .sort((a, b) => b.share - a.share);
        return second ? text('answer.runnerup', second.name, percent(second.share)) : '';
    }

    #why(target) {
        const share = this.#answer.probabilities[labels().indexOf(target)];
        return text(target === this.#answer.label ? 'cam.winner' : 'cam.other', target, percent(share));
    }
}

/** What the chosen model can answer, in its order. */
function labels() {
    return [...document.querySelectorAll('#stubs [data-label]')].map(element => element.dataset.label);
}

/** Puts a picture and its text alternative in its place, or takes it away; the place takes the picture's proportions. */
function show(image, address, description) {
    image.hidden = !address;
    if (address) {
        image.alt = description ?? '';
        image.onload = () => image.parentElement.style.aspectRatio = `${image.naturalWidth} / ${image.naturalHeight}`;
        image.src = address;
    }
}
