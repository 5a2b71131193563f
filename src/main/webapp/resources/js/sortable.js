import {language, text} from './texts.js';

/** A table whose headings sort its rows by their cells' data-value; what has none comes last, and rows that are apart after all others. */
export class SortableTable {
    #body;
    #said;
    #column = null;
    #collator = new Intl.Collator(language);

    /** `said` is the live region that tells the order. A heading's data-first is the order that its first press gives; what has none does not sort. */
    constructor(table, said) {
        this.#body = table.tBodies[0];
        this.#said = said;
        [...table.tHead.rows[0].cells].forEach((heading, index) => heading.dataset.first && this.#makePressable(heading, index));
    }

    /** Whether a person has chosen an order. */
    get sorted() {
        return this.#column !== null;
    }

    /** Sorts again by the same column, after values have changed. */
    sort() {
        if (this.#column) {
            const {index, heading} = this.#column;
            const sign = heading.ariaSort === 'descending' ? -1 : 1;
            this.#body.append(...[...this.#body.rows].sort((a, b) => apart(a) - apart(b) || this.#compare(a.cells[index], b.cells[index], sign)));
        }
    }

    #makePressable(heading, index) {
        const button = document.createElement('button');
        button.type = 'button';
        button.append(...heading.childNodes);
        button.addEventListener('click', () => this.#press(heading, index));
        heading.append(button);
    }

    #press(heading, index) {
        const order = heading.ariaSort ? (heading.ariaSort === 'ascending' ? 'descending' : 'ascending') : heading.dataset.first;
        if (this.#column) {
            this.#column.heading.ariaSort = null;
        }
        heading.ariaSort = order;
        this.#column = {index, heading};
        this.sort();
        this.#said.textContent = text(order === 'ascending' ? 'table.sorted.ascending' : 'table.sorted.descending', heading.textContent.trim());
    }

    #compare(a, b, sign) {
        const [first, second] = [a, b].map(cell => cell?.dataset.value ?? '');
        if (!first || !second) {
            return Number(!first) - Number(!second);
        }
        return sign * (first - second || this.#collator.compare(first, second));
    }
}

/** 1 for a model that reads something else than most: its numbers are not to be ranked among theirs. */
function apart(row) {
    return Number(row.classList.contains('apart'));
}
