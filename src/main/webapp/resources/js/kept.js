/** What the browser keeps under this key since an earlier visit; null where it keeps nothing. */
export function recall(key) {
    try {
        return localStorage.getItem(key);
    } catch {
        return null; // storage is switched off
    }
}

/** Keeps a value for later visits, or with null forgets it. */
export function keep(key, value) {
    try {
        if (value === null) {
            localStorage.removeItem(key);
        } else {
            localStorage.setItem(key, value);
        }
    } catch {
        // storage is switched off: it holds for this visit
    }
}
