import {address} from '../server.js';
import {number, text} from '../texts.js';

/** How often, and how many milliseconds apart, the server is asked for what it measures after its start. */
const ATTEMPTS = 60;
const PAUSE = 2000;

/** Fills in the times that the server has not measured yet, and shows the chart that needs them all. */
export class Latencies {
    #cells;
    #filled;

    /** Table cells with a data-model each; `filled` is called when they all have their times. */
    constructor(cells, filled) {
        this.#cells = [...cells];
        this.#filled = filled;
    }

    async fill() {
        for (let attempt = 0; this.#missing().length && attempt < ATTEMPTS; attempt++) {
            await new Promise(resolve => setTimeout(resolve, PAUSE));
            await this.#ask();
        }
        const waiting = document.querySelector('#trade-waiting');
        if (this.#missing().length) {
            waiting.textContent = text('models.trade.never');
        } else {
            waiting.textContent = '';
            document.querySelector('#trade').hidden = false;
            this.#filled();
        }
    }

    #missing() {
        return this.#cells.filter(cell => !cell.dataset.value);
    }

    async #ask() {
        try {
            const response = await fetch(address('api/v1/models'));
            const models = new Map((await response.json()).map(model => [model.name, model]));
            for (const cell of this.#missing()) {
                const micros = models.get(cell.dataset.model)?.here?.latencyMicros;
                if (micros !== undefined) {
                    cell.dataset.value = micros;
                    cell.textContent = text('models.micros', number(micros));
                }
            }
        } catch {
            // not reachable for the moment: asked again
        }
    }
}
