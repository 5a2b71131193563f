package org.digitlens.training.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.digitlens.training.run.EpochResult;
import org.digitlens.training.run.Progress;

/** A bar that is drawn over itself on a terminal, and a line an epoch that stays. Into a file, only the lines. */
final class ConsoleProgress implements Progress {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 200_000_000;

    private final PrintWriter out;
    private final boolean terminal = System.console() != null;
    private long drawn;

    ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void step(int epoch, int epochs, double done, double loss, Duration left) {
        long now = System.nanoTime();
        if (!terminal || now - drawn < REDRAW_NANOS) {
            return;
        }
        drawn = now;
        int filled = (int) (WIDTH * done);
        out.printf(Locale.ROOT, "\repoch %d/%d [%s%s] %3.0f %%  loss %.4f  %s left ", epoch, epochs,
                "#".repeat(filled), ".".repeat(WIDTH - filled), 100 * done, loss, clock(left));
        out.flush();
    }

    @Override
    public void epoch(EpochResult result, int epochs) {
        String heldOut = result.validation() == 0 ? "errors not counted" : String.format(Locale.ROOT,
                "held out: %d of %d wrong (%.2f %%)", result.errors(), result.validation(),
                100.0 * result.errors() / result.validation());
        String line = String.format(Locale.ROOT, "epoch %d/%d  loss %.4f  %s  %.1f s", result.epoch(), epochs,
                result.loss(), heldOut, result.seconds());
        out.println((terminal ? "\r" : "") + line + (terminal ? " ".repeat(30) : ""));
        out.flush();
    }

    /** Hours, minutes and seconds, as {@code 1:02:03} or {@code 2:03}. */
    static String clock(Duration time) {
        return time.toHours() > 0
                ? String.format("%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format("%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
