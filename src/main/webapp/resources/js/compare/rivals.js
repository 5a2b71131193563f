import {write} from '../pad/verdict.js';
import {number, percent, text} from '../texts.js';

/** The cards of the models, which the server has rendered, each with its model's answer. */
export class Rivals {
    #cards = new Map([...document.querySelectorAll('.rival')].map(card => [card.dataset.model, card]));

    /** Whether a model reads the same signs as the default one, so that its answer counts among the others. */
    counts(model) {
        return this.#cards.get(model)?.dataset.apart !== 'true';
    }

    /** Back to the invitation. */
    clear() {
        this.#cards.forEach(card => fill(card, {stance: 'waiting'}));
    }

    /** The answers, one a model. */
    show(answers) {
        answers.filter(({model}) => this.#cards.has(model))
            .forEach(answer => fill(this.#cards.get(answer.model), described(answer, this.counts(answer.model))));
    }
}

/** How a model stands to the others: it agrees with most, differs from them, or refuses to read the picture. */
function stance({recognized, agrees}) {
    return !recognized ? 'refuses' : agrees ? 'agrees' : 'differs';
}

function described(answer, counts) {
    const {label, recognized, labels, probabilities, micros} = answer;
    return {
        stance: counts ? stance(answer) : 'apart',
        label: recognized ? label : '?',
        words: counts || !recognized ? text(`compare.stance.${stance(answer)}`) : '',
        top: labels.map((name, i) => ({name, share: probabilities[i]})).sort((a, b) => b.share - a.share).filter(({share}) => share > 0),
        time: text('models.micros', number(micros))
    };
}

function fill(card, {stance, label = '', words = '', top = [], time = ''}) {
    const $ = selector => card.querySelector(selector);
    card.dataset.stance = stance;
    write($('.label'), label);
    write($('.time'), time);
    write($('.saying'), words);
    card.querySelectorAll('.best > li').forEach((row, i) => {
        const {name = '', share = 0} = top[i] ?? {};
        write(row.querySelector('b'), name);
        row.querySelector('i').style.width = `${share * 100}%`;
        write(row.querySelector('.share'), name ? percent(share) : '');
    });
}
