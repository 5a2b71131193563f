/**
 * The words of a page, which its template element #texts carries from the message bundle,
 * and numbers in the page's language.
 */

export const language = document.documentElement.lang || 'en';
const texts = new Map([...document.querySelector('#texts').content.querySelectorAll('[data-key]')]
    .map(element => [element.dataset.key, element.textContent]));
const tenths = new Intl.NumberFormat(language, {minimumFractionDigits: 1, maximumFractionDigits: 1});
const plain = new Intl.NumberFormat(language, {maximumFractionDigits: 1});

/** The text of this key, with {0}, {1}, … replaced by the values. */
export function text(key, ...values) {
    return (texts.get(key) ?? key).replace(/\{(\d)\}/g, (_, index) => values[index]);
}

/** A share from 0 to 1 in percent; never a rounded 0 or 100 for what is neither. */
export function percent(share) {
    if (share < 1 && share >= 0.9995) {
        return text('percent.over', text('percent', tenths.format(99.9)));
    }
    if (share > 0 && share < 0.0005) {
        return text('percent.under', text('percent', tenths.format(0.1)));
    }
    return text('percent', tenths.format(share * 100));
}

export function number(value) {
    return plain.format(value);
}

export function megabytes(bytes) {
    return text('megabytes', plain.format(bytes / 1e6));
}
