import {percent, text} from '../texts.js';

/** From which confidence on a digit counts as sure, or at least as likely. */
const SURE = 0.99;
const LIKELY = 0.9;

/** How sure a digit is: `sure`, `likely`, `doubtful` or, when it is not recognised, `unknown`. The style sheets have a line and a colour for each. */
export function level({recognized, confidence}) {
    if (!recognized) {
        return 'unknown';
    }
    return confidence >= SURE ? 'sure' : confidence >= LIKELY ? 'likely' : 'doubtful';
}

/** What a digit is called for people who do not see where it stands. */
export function named({text: sign, label, recognized, confidence}) {
    return recognized ? text('digit.sure', sign, percent(confidence)) : text('digit.unknown', label, percent(confidence));
}

/** The index of the digit that one should look at first: the least sure one; undefined where there is none. */
export function leastSure(digits) {
    const shares = digits.map(({recognized, confidence}) => recognized ? confidence : confidence - 1);
    return digits.length ? shares.indexOf(Math.min(...shares)) : undefined;
}
