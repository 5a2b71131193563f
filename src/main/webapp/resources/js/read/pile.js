import {number, text} from '../texts.js';
import {Batch} from './batch.js';
import {csv, json, save} from './download.js';
import {Progress} from './progress.js';
import {ResultTable} from './table.js';

const $ = selector => document.querySelector(selector);

/**
 * The files that a person has given, what is read in them, and how far that is. A single picture is no table: then this stays
 * out of sight. Fires `open` with a result to be shown, `fail` with the result of a single file that cannot be read, and
 * `clear` when a person has thrown all of them away.
 */
export class Pile extends EventTarget {
    #card = $('#batch');
    #table = new ResultTable();
    #progress = new Progress();
    #batch;
    #open = null;
    #first = () => true;

    /** `address` is a function that gives where to ask. */
    constructor(address) {
        super();
        this.#batch = new Batch(address);
        this.#batch.addEventListener('result', ({detail}) => this.#take(detail));
        ['progress', 'end'].forEach(type => this.#batch.addEventListener(type, () => this.#count()));
        this.#table.addEventListener('open', ({detail}) => this.#choose(detail));
        $('#previous').addEventListener('click', () => this.#step(-1));
        $('#next').addEventListener('click', () => this.#step(1));
        $('#cancel').addEventListener('click', () => this.#cancel());
        $('#forget').addEventListener('click', () => this.#clear());
        $('#csv').addEventListener('click', () => save('readings.csv', 'text/csv;charset=utf-8', csv(this.#table.results)));
        $('#json').addEventListener('click', () => save('readings.json', 'application/json', json(this.#table.results)));
    }

    /** Whether there is a table on the page. */
    get shown() {
        return !this.#card.hidden;
    }

    /** Takes on files: they join those of the table, unless there is none or a person wants a new one. `more` were left out. */
    add(sources, more = false) {
        if (this.shown && !$('#joining-replace').checked) {
            this.#batch.add(sources);
        } else {
            this.#start(sources, () => true);
        }
        $('#left-out').textContent = more ? text('batch.more', number(sources.length)) : '';
    }

    /** Reads all files again; with `inView`, the page that is in view comes into view again. */
    again(inView) {
        const [file, line] = this.#open?.order ?? [0, 0];
        this.#start(this.#batch.sources, ({order}) => inView && order[0] === file && order[1] === line);
    }

    /** Reads a single picture again; of a table, shows again what is in view. */
    repeat() {
        if (this.shown && this.#open) {
            this.show(this.#open);
        } else {
            this.again(true);
        }
    }

    /** Brings a result into view. */
    show(result) {
        this.#first = () => false;
        this.#open = result;
        this.#table.mark(result);
        this.#offerSteps();
        this.dispatchEvent(new CustomEvent('open', {detail: result}));
    }

    /** Something else has come into view: a single picture is not read any further, and no result comes into view by itself. */
    leave() {
        this.#first = () => false;
        this.#open = null;
        this.#table.mark(null);
        if (!this.shown) {
            this.#batch.restart([]);
        }
    }

    /** `first` tells which result comes into view by itself. */
    #start(sources, first) {
        this.#first = first;
        this.#open = null;
        this.#table.clear();
        this.#card.hidden = sources.length < 2;
        this.#batch.restart(sources);
    }

    #take(result) {
        this.#table.add(result);
        const single = this.#batch.sources.length === 1 && this.#table.size === 1;
        this.#card.hidden &&= single;
        if (result.problem && !this.shown) {
            this.dispatchEvent(new CustomEvent('fail', {detail: result}));
        } else if (result.reading && this.#first(result)) {
            this.show(result);
        }
    }

    #clear() {
        this.#start([], () => false);
        this.dispatchEvent(new Event('clear'));
        $('#upload').focus();
    }

    /** A row has been chosen; its picture may be far above. */
    #choose(result) {
        this.show(result);
        const sheet = $('#sheet');
        const {top, bottom, height} = sheet.getBoundingClientRect();
        if (Math.min(bottom, innerHeight) - Math.max(top, 0) < height / 2) {
            sheet.scrollIntoView();
        }
    }

    #step(direction) {
        const result = this.#table.beside(this.#open, direction);
        if (result) {
            this.show(result);
        }
    }

    /** Offers to step through the pictures of the table while one of them is in view. */
    #offerSteps() {
        for (const [button, direction] of [['#previous', -1], ['#next', 1]]) {
            $(button).hidden = !this.shown || !this.#open;
            $(button).ariaDisabled = String(!this.#table.beside(this.#open, direction));
        }
    }

    #cancel() {
        this.#batch.cancel();
        this.#progress.show(this.#batch.progress, true);
        $('#csv').focus();
    }

    #count() {
        this.#progress.show(this.#batch.progress);
        this.#offerSteps();
    }
}
