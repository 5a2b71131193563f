import {language, number, text} from '../texts.js';

const plural = new Intl.PluralRules(language);
const names = new Intl.ListFormat(language, {type: 'conjunction'});

/** A text for one, or for any other number. */
function counted(key, count, ...values) {
    return text(plural.select(count) === 'one' ? `${key}.one` : key, ...values);
}

/** What all models say together, for the verdict: how many read what most read, and who does not. */
export function summary({label, models}) {
    if (label === null) {
        return {state: 'doubt', label: '?', headline: text('answer.unrecognized'), detail: text(`answer.reason.${models[0].reason}`)};
    }
    const readers = models.filter(model => model.recognized && model.label === label).length;
    const all = models.length;
    return {
        state: readers === all ? 'sure' : 'doubt',
        label: readers ? label : '?',
        share: readers / all,
        headline: readers === all ? counted('compare.all', all, number(all), label)
            : readers ? counted('compare.some', readers, number(readers), number(all), label) : text('compare.none'),
        detail: readers === all ? text('compare.unanimous') : why(models) ?? text('compare.sentence', dissent(label, models))
    };
}

/** Why no model at all reads the picture: what is wrong with it, or that none is sure enough; nothing where one reads it. */
function why(models) {
    if (models.some(({recognized}) => recognized)) {
        return undefined;
    }
    const fault = models.find(({reason}) => reason !== 'uncertain');
    return fault ? text(`answer.reason.${fault.reason}`) : text('compare.unsure');
}

/** Who reads something else, and then who refuses: `Softmax and Dense read 9; LeNet can’t make out a digit`. */
function dissent(label, models) {
    const others = models.filter(model => model.recognized && model.label !== label);
    const clauses = [...new Set(others.map(model => model.label))]
        .map(read => clause('compare.reads', others.filter(model => model.label === read), read));
    const refusing = models.filter(model => !model.recognized);
    return [...clauses, ...refusing.length ? [clause('compare.refuses', refusing)] : []]
        .reduce((some, next) => text('compare.joined', some, next));
}

function clause(key, models, label) {
    return counted(key, models.length, names.format(models.map(model => model.title)), label);
}
