import {number, percent, text} from '../texts.js';
import {SortableTable} from '../sortable.js';
import {level} from './confidence.js';
import {Thumbnails} from './thumbnails.js';

/** Formats of which one file may have several pages. */
const PAGED = /\.(pdf|tiff?)$/i;

/** How long rows may stand where their files came before they are sorted in, in milliseconds. */
const SORTING = 400;

/** The results of many pictures, a row each. Fires `open` with a result as its detail when a person chooses its row. */
export class ResultTable extends EventTarget {
    #table = document.querySelector('#results');
    #body = this.#table.tBodies[0];
    #sortable = new SortableTable(this.#table, document.querySelector('#sorted'));
    #thumbnails = new Thumbnails();
    #results = new Map();
    #timer = 0;

    constructor() {
        super();
        this.#body.addEventListener('click', ({target}) => {
            const result = this.#results.get(target.closest('tr'));
            if (result?.reading) {
                this.dispatchEvent(new CustomEvent('open', {detail: result}));
            }
        });
    }

    /** All results, in the order of their files. */
    get results() {
        return [...this.#results.values()].sort(byOrder);
    }

    get size() {
        return this.#results.size;
    }

    /** A new row, among those of its file's neighbours, or where the chosen order puts it. */
    add(result) {
        const row = newRow(result);
        const before = [...this.#body.rows].reverse().find(other => byOrder(this.#results.get(other), result) < 0);
        this.#results.set(row, result);
        if (before) {
            before.after(row);
        } else {
            this.#body.prepend(row);
        }
        this.#thumbnails.add(row.querySelector('canvas'), result);
        if (this.#sortable.sorted) {
            this.#timer ||= setTimeout(() => {
                this.#timer = 0;
                this.#sortable.sort();
            }, SORTING);
        }
    }

    /** Marks the row of the result that is in the viewer, if there is one. */
    mark(result) {
        for (const [row, its] of this.#results) {
            row.ariaCurrent = its === result ? 'true' : null;
        }
    }

    /** The next (1) or previous (-1) reading as the rows stand, or undefined. */
    beside(result, direction) {
        const readable = [...this.#body.rows].map(row => this.#results.get(row)).filter(({reading}) => reading);
        const at = readable.indexOf(result);
        return at < 0 ? undefined : readable[at + direction];
    }

    clear() {
        this.#results.clear();
        this.#thumbnails.clear();
        this.#body.replaceChildren();
    }
}

function byOrder({order: [file, line]}, {order: [otherFile, otherLine]}) {
    return file - otherFile || line - otherLine;
}

function newRow(result) {
    const row = document.createElement('tr');
    row.role = 'row';
    const picture = element('td', 'thumb');
    picture.append(document.createElement('canvas'));
    row.append(picture, fileCell(result), ...result.reading ? readCells(result) : [problemCell(result)]);
    return row;
}

function fileCell({name, page, reading}) {
    const cell = element('th', 'file');
    const label = element(reading ? 'button' : 'span', 'open', name.split('/').pop());
    cell.scope = 'row';
    cell.role = 'rowheader';
    cell.dataset.value = `${name} ${page ?? ''}`;
    label.title = name;
    cell.append(label);
    if (page > 1 || page && PAGED.test(name)) {
        label.append(element('small', '', text('table.page', number(page))));
    }
    return cell;
}

function readCells({reading, milliseconds}) {
    const words = element('td', 'text', reading.text || text('table.nothing'));
    const sure = element('td', 'sure');
    const time = element('td', 'time', text('table.time', number(milliseconds)));
    const meter = element('span', 'meter');
    const bar = document.createElement('i');
    words.dataset.value = reading.text;
    words.classList.toggle('none', !reading.text);
    time.dataset.value = milliseconds;
    if (reading.text) {
        sure.dataset.value = reading.confidence;
        sure.dataset.level = level({recognized: reading.digits.every(({recognized}) => recognized), confidence: reading.confidence});
        bar.style.width = `${100 * reading.confidence}%`;
        meter.append(bar);
        sure.append(meter, percent(reading.confidence));
    }
    return [words, sure, time];
}

function problemCell({problem}) {
    const cell = element('td', 'problem', problem.again ? problem.title : problem.detail);
    cell.colSpan = 3;
    return cell;
}

/** Cells say that they are cells, which some browsers forget where a table is laid out as something else. */
function element(name, kind, words = '') {
    const element = document.createElement(name);
    if (name === 'td') {
        element.role = 'cell';
    }
    element.className = kind;
    element.textContent = words;
    return element;
}
