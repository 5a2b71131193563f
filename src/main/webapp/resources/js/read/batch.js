import {explained} from '../pad/failures.js';
import {ARCHIVE} from '../pad/kinds.js';
import {Failure} from '../server.js';
import {readings} from './readings.js';

/** How many files are being read at a time. */
const AT_ONCE = 2;

/**
 * Reads files one after the other. Fires `result` for each page as soon as it is there, `progress` when a file begins or is
 * done, and `end` when there is nothing left to do.
 *
 * A result is {source, order, name, page, milliseconds} with a `reading`, or with a `problem` {title, detail, again} where
 * there is none; `order` sorts results as their files came.
 */
export class Batch extends EventTarget {
    #address;
    #sources = [];
    #next = 0;
    #running = 0;
    #controller = new AbortController();

    /** `address` is a function that gives where to ask. */
    constructor(address) {
        super();
        this.#address = address;
        this.#forget();
    }

    /** All files taken on, read or not. */
    get sources() {
        return this.#sources;
    }

    /** How far it is: {files, done, pages, failed, running}, where `failed` counts pages and files that cannot be read. */
    get progress() {
        return {files: this.#sources.length, done: this.done, pages: this.pages, failed: this.failed, running: this.#running > 0};
    }

    add(sources) {
        this.#sources = [...this.#sources, ...sources];
        this.#go();
    }

    /** Reads no further; files that are not read yet stay so. */
    cancel() {
        this.#stop();
        this.#next = this.#sources.length;
        this.dispatchEvent(new Event('end'));
    }

    /** Begins anew with these files. */
    restart(sources) {
        this.#stop();
        this.#forget();
        this.#sources = [];
        this.#next = 0;
        this.add(sources);
    }

    #stop() {
        this.#controller.abort();
        this.#controller = new AbortController();
        this.#running = 0;
    }

    #forget() {
        this.done = this.pages = this.failed = 0;
    }

    #go() {
        while (this.#running < AT_ONCE && this.#next < this.#sources.length) {
            const order = this.#next++;
            this.#running++;
            this.#read(this.#sources[order], order, this.#controller.signal);
        }
        this.dispatchEvent(new Event('progress'));
    }

    async #read(source, order, signal) {
        try {
            await this.#ask(source, order, signal);
        } catch (error) {
            if (signal.aborted) {
                return;
            }
            if (!(error instanceof Failure)) {
                throw error;
            }
            this.#tell({source, order: [order, 0], name: source.name, problem: explained(error)});
        }
        if (signal.aborted) {
            return;
        }
        this.done++;
        this.#running--;
        this.#go();
        if (this.#running === 0) {
            this.dispatchEvent(new Event('end'));
        }
    }

    async #ask(source, order, signal) {
        if (source.problem) {
            await Promise.resolve();
            this.#tell({source, order: [order, 0], name: source.name, problem: source.problem});
            return;
        }
        let since = performance.now();
        let line = 0;
        for await (const {file, page, problem, ...reading} of readings(this.#address(), source.file, signal)) {
            signal.throwIfAborted();
            const milliseconds = reading.milliseconds ?? performance.now() - since;
            since = performance.now();
            const name = source.type === ARCHIVE && file ? `${source.name}/${file}` : source.name;
            this.#tell({source, order: [order, line++], name, page, milliseconds,
                ...problem ? {problem: explained(new Failure('refused', {status: problem.status, problem}))} : {reading}});
        }
    }

    #tell(result) {
        this.pages++;
        this.failed += result.problem ? 1 : 0;
        this.dispatchEvent(new CustomEvent('result', {detail: result}));
    }
}
