import {keep, recall} from '../kept.js';
import {text} from '../texts.js';

/** Where the browser keeps the choice. */
const KEPT = 'digitlens.model';

/**
 * Which model answers: the one that the address names, else the one that was chosen here before, else the default.
 * Its layers and labels replace those on the page. Fires `change` when a person chooses another.
 */
export class ModelChoice extends EventTarget {
    #select = document.querySelector('#model');
    #notice = document.querySelector('#model-notice');

    constructor() {
        super();
        this.#select.value = document.querySelector('#main').dataset.model;
        this.#recall();
        this.#show();
        this.#select.addEventListener('change', () => this.#choose());
    }

    get model() {
        return this.#select.value;
    }

    /** The text of this key, or of its kin where the model reads no digits. */
    words(key, ...values) {
        return text(this.#select.selectedOptions[0]?.dataset.digits === 'false' ? `${key}.signs` : key, ...values);
    }

    /** The kinds of explanation that this model has. */
    get explanations() {
        return this.#select.selectedOptions[0]?.dataset.explain.split(' ') ?? [];
    }

    /** The kept choice, unless the address names a model; the server has looked at that. */
    #recall() {
        const kept = recall(KEPT);
        if (!kept || new URLSearchParams(location.search).has('model')) {
            return;
        }
        if ([...this.#select.options].some(option => option.value === kept)) {
            this.#select.value = kept;
        } else {
            keep(KEPT, null);
            this.#notice.textContent = text('model.unknown', kept, this.#select.selectedOptions[0]?.dataset.title);
        }
    }

    #choose() {
        keep(KEPT, this.model);
        const here = new URL(location.href);
        if (here.searchParams.has('model')) {
            here.searchParams.set('model', this.model);
            history.replaceState(null, '', here);
        }
        this.#notice.textContent = '';
        this.#show();
        this.dispatchEvent(new Event('change'));
    }

    /** Puts the model's words, labels, layers and targets in the places of those before. */
    #show() {
        const parts = document.querySelector(`template[data-model="${CSS.escape(this.model)}"]`)?.content.cloneNode(true);
        for (const part of [...parts?.children ?? []]) {
            document.querySelector(`#${part.id}`).replaceWith(part);
        }
        const layer = document.querySelector('input[name=layer]');
        if (layer) {
            layer.checked = true;
        }
    }
}
