/** How many files are taken from one drop, and how deep its folders are looked into. */
const MOST = 1000;
const DEEPEST = 8;

/** What systems leave in folders beside a person's own files. */
const CLUTTER = /^(\.|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The files of a drop, those in its folders too, in the order of their names: {files: [{file, name}], more}, where names lead
 * through the folders and `more` says that some were left out. Call it while the drop is being handled.
 */
export function dropped(transfer) {
    const items = [...transfer.items].filter(({kind}) => kind === 'file');
    return gather(items.map(item => ({entry: item.webkitGetAsEntry?.(), file: item.getAsFile()})));
}

async function gather(roots) {
    const found = {files: [], more: false};
    for (const {entry, file} of roots) {
        if (entry?.isDirectory) {
            await walk(entry, 1, found);
        } else if (file) {
            put({file, name: file.name}, found);
        }
    }
    return found;
}

async function walk(folder, depth, found) {
    if (depth > DEEPEST) {
        found.more = true;
        return;
    }
    const inside = (await entries(folder)).filter(({name}) => !CLUTTER.test(name));
    inside.sort((a, b) => a.name.localeCompare(b.name, undefined, {numeric: true}));
    for (const entry of inside) {
        if (found.more) {
            return;
        }
        if (entry.isDirectory) {
            await walk(entry, depth + 1, found);
        } else {
            const file = await new Promise(resolve => entry.file(resolve, () => resolve(null)));
            put(file && {file, name: entry.fullPath.replace(/^\//, '')}, found);
        }
    }
}

function put(file, found) {
    if (found.files.length >= MOST) {
        found.more = true;
    } else if (file) {
        found.files.push(file);
    }
}

/** What is in a folder; the browser hands it out in portions. */
async function entries(folder) {
    const reader = folder.createReader();
    const all = [];
    for (;;) {
        const portion = await new Promise(resolve => reader.readEntries(resolve, () => resolve([])));
        if (portion.length === 0 || all.length > MOST) {
            return all;
        }
        all.push(...portion);
    }
}
