import {number, text} from '../texts.js';

/** What the server answers when the picture itself is at fault: trying again would not help. */
const UNREADABLE = new Set([413, 415, 422]);

/** Says of a Failure what happened, in a title and a detail, and whether trying again may help. */
export function explained({kind, status, problem, patience}) {
    const told = problem && (problem.detail ?? problem.title);
    if (kind === 'refused' && told && UNREADABLE.has(status)) {
        return {title: text('failure.unreadable'), detail: told, again: false};
    }
    if (kind === 'refused' && told) {
        return {title: text(status === 503 ? 'failure.busy' : 'failure.refused'), detail: told, again: true};
    }
    return {title: text(`failure.${kind}`), detail: text(`failure.${kind}.detail`, status ?? number(patience / 1000)), again: true};
}
