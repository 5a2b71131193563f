/** How many maps stand side by side, as in the server's pictures of them: a divisor of their number. */
export function columns(maps, proportions) {
    const distance = columns => Math.abs(Math.log(columns * columns / (proportions * maps)));
    return Array.from({length: maps}, (_, i) => maps - i).filter(columns => maps % columns === 0)
        .reduce((best, columns) => distance(columns) < distance(best) - 1e-9 ? columns : best);
}
