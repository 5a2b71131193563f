/** How long an answer may take, in milliseconds. */
export const PATIENCE = 8000;

/** Why there is no answer: kind is `unreachable`, `slow` or `refused`, the latter with a status and perhaps a problem document; patience is how long was waited. */
export class Failure extends Error {
    constructor(kind, {status, problem, patience = PATIENCE} = {}) {
        super(kind);
        this.kind = kind;
        this.status = status;
        this.problem = problem;
        this.patience = patience;
    }
}

/** An address of the application, such as `api/v1/models`, with these parameters; what is undefined is left out. */
export function address(path, parameters = {}) {
    const address = new URL(path, new URL(document.documentElement.dataset.root, location.href));
    for (const [name, value] of Object.entries(parameters)) {
        if (value !== undefined) {
            address.searchParams.set(name, value);
        }
    }
    return address;
}

/**
 * The server's answer about this picture (a Blob with its content type), with `milliseconds` added, the time that the server took.
 * Throws a Failure, or an AbortError when `signal` fires.
 */
export async function ask(address, picture, signal) {
    signal.throwIfAborted();
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE);
    const abandon = () => patience.abort();
    signal.addEventListener('abort', abandon);
    try {
        return await exchange(address, picture, patience.signal);
    } catch (error) {
        signal.throwIfAborted();
        if (error instanceof Failure) {
            throw error;
        }
        throw new Failure(patience.signal.aborted ? 'slow' : 'unreachable');
    } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', abandon);
    }
}

async function exchange(address, picture, signal) {
    const response = await fetch(address, {
        method: 'POST',
        headers: {'Content-Type': picture.type, 'Accept': 'application/json'},
        body: picture,
        signal
    });
    if (!response.ok) {
        throw await refusal(response);
    }
    const duration = /dur=([\d.]+)/.exec(response.headers.get('Server-Timing') ?? '');
    return {...await response.json(), milliseconds: duration ? Number(duration[1]) : undefined};
}

/** The Failure that an answer with a status of failure is. */
export async function refusal(response) {
    return new Failure('refused', {status: response.status, problem: await problem(response)});
}

async function problem(response) {
    const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
    return isProblem ? response.json().catch(() => undefined) : undefined;
}

/** Hands out turns; a new turn ends the one before it, so an older answer can never overwrite a newer one. */
export class Turns {
    #controller = new AbortController();

    /** The signal of a new turn; it aborts when the next turn begins. */
    begin() {
        this.end();
        this.#controller = new AbortController();
        return this.#controller.signal;
    }

    end() {
        this.#controller.abort();
    }
}
