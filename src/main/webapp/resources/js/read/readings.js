import {Failure, refusal} from '../server.js';

/** How long nothing may be heard of a file, in milliseconds: it has to be sent first, and the server may be reading others. */
const SILENCE = 60_000;

/** How long a busy server is waited for, in seconds, and for how long where it does not say. */
const LONGEST_WAIT = 10;
const USUAL_WAIT = 1;

/**
 * Sends a file, a Blob with its content type, and hands out what is read in it page by page, as soon as the server writes it:
 * {file, page, …reading} or {file, page, problem}. Asks a busy server once again.
 * Throws a Failure, or an AbortError when `signal` fires.
 */
export async function* readings(address, file, signal) {
    const watch = new Watch(signal);
    try {
        const response = await send(address, file, watch.signal);
        yield* lines(response.body, watch);
    } catch (error) {
        signal.throwIfAborted();
        throw error instanceof Failure ? error : watch.signal.aborted ? new Failure('slow', {patience: SILENCE}) : new Failure('unreachable');
    } finally {
        watch.end();
    }
}

async function send(address, file, signal) {
    const ask = () => fetch(address, {
        method: 'POST',
        headers: {'Content-Type': file.type, 'Accept': 'application/x-ndjson'},
        body: file,
        signal
    });
    let response = await ask();
    if (response.status === 503) {
        const wait = Number(response.headers.get('Retry-After')) || USUAL_WAIT;
        await rest(Math.min(wait, LONGEST_WAIT), signal);
        response = await ask();
    }
    if (!response.ok) {
        throw await refusal(response);
    }
    return response;
}

/** The objects on the lines of a body, each as soon as its line is there. */
async function* lines(body, watch) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    for (let rest = ''; ;) {
        const {done, value = ''} = await reader.read();
        watch.heard();
        const pieces = (rest + value).split('\n');
        rest = done ? '' : pieces.pop();
        for (const piece of pieces.filter(piece => piece.trim())) {
            yield JSON.parse(piece);
        }
        if (done) {
            return;
        }
    }
}

function rest(seconds, signal) {
    return new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, seconds * 1000);
        signal.addEventListener('abort', () => {
            clearTimeout(timer);
            reject(signal.reason);
        });
    });
}

/** Gives up when nothing is heard for too long, or when `signal` fires. */
class Watch {
    #controller = new AbortController();
    #outer;
    #abandon = () => this.#controller.abort();
    #timer = setTimeout(this.#abandon, SILENCE);

    constructor(outer) {
        this.#outer = outer;
        outer.throwIfAborted();
        outer.addEventListener('abort', this.#abandon);
    }

    get signal() {
        return this.#controller.signal;
    }

    heard() {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(this.#abandon, SILENCE);
    }

    end() {
        clearTimeout(this.#timer);
        this.#outer.removeEventListener('abort', this.#abandon);
    }
}
