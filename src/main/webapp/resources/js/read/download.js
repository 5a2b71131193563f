/** The columns of the API's tables. */
const COLUMNS = ['file', 'page', 'text', 'confidence', 'digits', 'model', 'problem'];

const NUMBER = /^-?([0-9]+(\.[0-9]*)?|\.[0-9]+)$/;
const FORMULA = /^[\s\p{Z}]*[=+\-@\t\r＝＋－＠]/u;

/** Hands a person a file to keep. */
export function save(name, type, content) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], {type}));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Results as the API's array of JSON objects. */
export function json(results) {
    return JSON.stringify(results.map(({name, page, reading, problem}) =>
        ({file: name, page, ...reading ?? {problem: {title: problem.title, detail: problem.detail}}})), null, 1);
}

/** Results as the API's table: RFC 4180, a row a page, with no cell that a spreadsheet would take for a formula. */
export function csv(results) {
    const rows = results.map(({name, page = '', reading, problem}) => reading
        ? [harmless(name), page, harmless(reading.text), reading.confidence, reading.digits.length, harmless(reading.model), '']
        : [harmless(name), page, '', '', '', '', harmless(problem.detail)]);
    return [COLUMNS, ...rows].map(row => `${row.map(quoted).join(',')}\r\n`).join('');
}

/** Text that begins like a formula gets an apostrophe in front; a plain number does no harm as what it is. */
function harmless(text) {
    return !NUMBER.test(text) && FORMULA.test(text) ? `'${text}` : text;
}

function quoted(cell) {
    return /[",;\s']/.test(cell) ? `"${String(cell).replaceAll('"', '""')}"` : cell;
}
