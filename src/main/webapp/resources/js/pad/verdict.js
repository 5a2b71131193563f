const $ = selector => document.querySelector(selector);

/** The answer's card: a label in the lens, whose rim fills with a share, words beside it, and what the network saw. */
export class Verdict {

    /** `state` is empty, sure or doubt; `share` from 0 to 1 fills the rim. */
    say({state, label = '', share = 0, headline, detail, input}) {
        $('#main').dataset.state = state;
        write($('#digit'), label);
        write($('#headline'), headline);
        write($('#detail'), detail);
        $('#gauge').setAttribute('stroke-dasharray', `${share * 100} 100`);
        $('#input').hidden = !input;
        if (input) {
            $('#input').src = input;
        }
    }
}

/** Writes only what is new, so that a live region does not repeat itself. */
export function write(element, words) {
    if (element.textContent !== words) {
        element.textContent = words;
    }
}
