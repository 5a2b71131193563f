/** How long an answer may take, in milliseconds. */
export const PATIENCE = 8000;

/** Why there is no answer: kind is `unreachable`, `slow` or `refused`, the latter with a status and perhaps a problem document. */
export class Failure extends Error {
    constructor(kind, {status, problem} = {}) {
        super(kind);
        this.kind = kind;
        this.status = status;
        this.problem = problem;
    }
}

/** Asks the server to read pictures with one of its models. */
export class Predictions {
    #address;
    #model;

    constructor(root, model) {
        this.#address = new URL('api/v1/predictions', new URL(root, location.href));
        this.#model = model;
    }

    /**
     * The server's answer about this picture (a Blob with its content type), with `milliseconds` added, the time that the server took.
     * `wish` holds explain, layer, target, theme and scale; what is undefined is left to the server.
     * Throws a Failure, or an AbortError when `signal` fires.
     */
    async ask(picture, wish, signal) {
        signal.throwIfAborted();
        const address = new URL(this.#address);
        for (const [name, value] of Object.entries({model: this.#model, ...wish})) {
            if (value !== undefined) {
                address.searchParams.set(name, value);
            }
        }
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
}

async function exchange(address, picture, signal) {
    const response = await fetch(address, {
        method: 'POST',
        headers: {'Content-Type': picture.type, 'Accept': 'application/json'},
        body: picture,
        signal
    });
    if (!response.ok) {
        throw new Failure('refused', {status: response.status, problem: await problem(response)});
    }
    const duration = /dur=([\d.]+)/.exec(response.headers.get('Server-Timing') ?? '');
    return {...await response.json(), milliseconds: duration ? Number(duration[1]) : undefined};
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
