import {keep, recall} from '../kept.js';

const KEPT = 'digitlens.wide';

/** The switch that makes the sheet wide, for whole numbers; remembered for the next visit. */
export class WideSwitch {
    #button = document.querySelector('#wide');
    #page = document.querySelector('#main');

    constructor() {
        this.#set(recall(KEPT) === 'true');
        this.#button.addEventListener('click', () => {
            this.#set(this.#button.ariaPressed !== 'true');
            keep(KEPT, this.#button.ariaPressed === 'true' ? 'true' : null);
        });
    }

    #set(wide) {
        this.#button.ariaPressed = String(wide);
        this.#page.classList.toggle('wide', wide);
    }
}
