package org.digitlens.ink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One handwritten sign: its label, the writer, and the pen's strokes in the order they were made.
 *
 * @param label   what was meant, such as {@code "7"}
 * @param writer  whose hand it is; every sign has several
 * @param strokes each a list of points, x to the right and y down, both in 0..1 of the writing square
 */
public record Ink(String label, String writer, List<List<Point>> strokes) {

    /** A point of the pen's path, x to the right and y down, both in 0..1. */
    public record Point(double x, double y) { }

    private static final List<Ink> DIGITS = List.of(
        ink("0", "round", "55,4 28,12 12,45 18,80 45,97 75,88 88,55 80,20 53,4"),
        ink("0", "narrow", "58,2 38,20 28,55 38,90 56,96 70,72 72,35 60,6 48,5"),
        ink("0", "slanted", "66,4 40,16 22,50 22,84 42,96 66,80 80,44 78,14 60,5"),
        ink("1", "plain", "50,3 50,97"),
        ink("1", "slanted", "64,3 40,97"),
        ink("1", "flagged", "30,28 54,4|54,4 52,97"),
        ink("2", "round", "18,28 28,8 55,3 78,15 76,38 50,65 15,94|15,94 50,93 88,94"),
        ink("2", "looped", "20,25 35,5 62,6 72,28 52,62 24,90 14,82 30,74 55,90 86,92"),
        ink("2", "angular", "20,20 50,4 76,22 60,52 18,92|18,92 82,92"),
        ink("3", "round", "18,14 45,3 75,12 72,35 42,47|42,47 75,52 84,75 62,95 30,97 12,84"),
        ink("3", "flat", "18,6 78,6|78,6 46,42|46,42 78,50 82,78 55,97 16,88"),
        ink("3", "slanted", "30,12 56,3 80,14 72,36 48,46|48,46 74,54 74,78 50,96 20,92"),
        ink("4", "open", "30,4 22,35 14,60|14,60 50,60 86,57|68,28 66,60 62,97"),
        ink("4", "closed", "62,4 12,66|12,66 90,66|64,4 64,97"),
        ink("4", "slanted", "42,4 30,32 18,58|18,58 84,54|74,24 58,97"),
        ink("5", "angular", "76,6 28,6|28,6 22,45|22,45 50,36 80,52 80,80 50,97 16,88"),
        ink("5", "round", "30,8 25,44|25,44 52,38 78,54 74,84 46,97 18,86|30,8 76,7"),
        ink("5", "flowing", "76,8 42,10 27,32 46,44 72,58 72,82 45,96 18,88"),
        ink("6", "round", "68,5 40,20 20,55 22,85 48,97 75,84 74,62 48,52 22,68"),
        ink("6", "slanted", "72,3 44,26 24,62 30,92 56,95 72,76 58,58 28,70"),
        ink("6", "narrow", "58,3 36,30 26,66 36,94 58,94 68,76 54,60 30,70"),
        ink("7", "plain", "12,8 50,8 86,8|86,8 60,45 42,97"),
        ink("7", "crossed", "14,8 84,8|84,8 62,42 40,97|34,50 76,48"),
        ink("7", "hooked", "16,22 18,8|18,8 50,10 84,6|84,6 66,48 52,97"),
        ink("8", "flowing", "66,14 42,4 24,18 34,40 62,56 76,78 52,97 26,84 30,62 58,46 74,22 62,10"),
        ink("8", "rings", "50,3 28,14 30,38 50,47 72,38 72,14 50,3|50,47 20,62 22,90 50,98 78,90 80,62 50,47"),
        ink("8", "slanted", "74,14 50,3 34,18 42,38 60,54 62,80 38,97 20,82 34,60 62,42 76,20 64,6"),
        ink("9", "straight", "76,28 55,6 28,14 24,38 48,50 72,36 76,20|76,20 72,60 66,97"),
        ink("9", "curved", "72,26 50,4 26,20 32,46 58,46 74,22|74,22 76,55 62,88 30,95"),
        ink("9", "slanted", "80,22 58,5 34,20 36,44 60,46 80,20|80,20 68,58 50,97"));

    private static final List<Ink> LETTERS = List.of(
        ink("A", "pointed", "50,3 12,97|50,3 88,97|27,62 73,62"),
        ink("A", "round", "12,97 24,40 50,5 76,40 88,97|20,60 80,60"),
        ink("A", "slanted", "66,3 10,97|66,3 84,97|30,64 78,62"),
        ink("B", "plain", "22,4 22,97|22,4 62,8 70,26 58,44 22,48|22,48 70,54 80,74 64,94 22,97"),
        ink("B", "slanted", "36,3 18,97|36,3 76,8 78,26 60,42 27,47|27,47 70,52 76,74 58,93 18,97"),
        ink("B", "flowing", "24,8 24,95|16,10 50,3 76,18 66,40 30,47|30,47 78,54 84,76 60,96 16,93"),
        ink("E", "plain", "24,4 24,96|24,4 82,4|24,50 72,50|24,96 82,96"),
        ink("E", "slanted", "36,4 20,96|36,4 88,6|28,50 74,48|20,96 76,94"),
        ink("E", "round", "80,10 50,3 24,14 26,38 56,48|56,48 22,56 16,82 44,97 84,88"),
        ink("H", "plain", "20,4 20,96|80,4 80,96|20,50 80,50"),
        ink("H", "slanted", "34,4 14,96|88,4 68,96|26,50 78,48"),
        ink("H", "narrow", "30,3 30,97|70,3 70,97|30,54 70,46"),
        ink("K", "plain", "22,4 22,96|78,5 24,54|38,42 80,96"),
        ink("K", "slanted", "36,4 18,96|86,8 26,56|42,46 74,96"),
        ink("K", "flowing", "24,3 22,97|76,6 50,34 24,52|24,52 52,62 82,95"),
        ink("X", "plain", "14,5 86,95|86,5 14,95"),
        ink("X", "curved", "16,8 40,36 60,62 86,94|84,6 60,40 38,64 14,92"),
        ink("X", "narrow", "26,3 74,97|74,3 26,97"));

    private static final List<Ink> MARKS = List.of(
        ink("C", "plain", "84,14 55,3 22,22 14,55 26,86 55,97 86,84"),
        ink("F", "plain", "24,4 24,97|24,4 80,4|24,48 68,48"),
        ink("L", "plain", "24,4 24,96|24,96 80,96"),
        ink("M", "plain", "12,97 20,4|20,4 50,60|50,60 80,4|80,4 88,97"),
        ink("N", "plain", "18,97 18,4|18,4 82,97|82,97 82,4"),
        ink("P", "plain", "22,4 22,97|22,4 66,8 80,28 64,48 22,54"),
        ink("R", "plain", "22,4 22,97|22,4 68,10 74,30 60,46 22,50|44,50 82,97"),
        ink("T", "plain", "12,5 88,5|50,5 50,97"),
        ink("U", "plain", "16,4 18,60 30,92 56,96 78,80 84,4"),
        ink("V", "plain", "12,4 50,97|50,97 88,4"),
        ink("W", "plain", "6,4 28,97|28,97 50,30|50,30 72,97|72,97 94,4"),
        ink("Y", "plain", "12,4 50,50|88,4 50,50|50,50 50,97"),
        ink("a", "plain", "74,30 50,18 22,36 18,70 36,92 60,84 76,50|78,18 76,70 90,95"),
        ink("d", "plain", "70,60 40,50 20,72 34,94 60,90 72,70|74,4 74,96"),
        ink("e", "plain", "16,56 80,50 76,26 48,12 20,32 14,64 32,92 62,96 86,82"),
        ink("f", "plain", "80,12 60,3 46,20 46,97|22,44 74,44"),
        ink("h", "plain", "22,3 22,96|22,60 44,40 66,46 74,70 74,96"),
        ink("m", "plain", "10,30 12,96|12,50 30,32 44,46 46,94|46,50 64,32 80,44 84,96"),
        ink("n", "plain", "20,30 22,96|22,52 44,32 68,40 76,64 78,96"),
        ink("p", "plain", "24,30 24,98|24,38 52,26 76,44 64,68 26,70"),
        ink("r", "plain", "30,30 32,96|32,56 48,36 76,34"),
        ink("t", "plain", "46,4 44,76 54,95 78,90|20,34 76,34"),
        ink("u", "plain", "16,30 18,76 36,94 62,84 74,60|76,30 78,76 92,94"),
        ink("w", "plain", "6,30 24,90 40,84 50,44|50,44 62,90 80,84 94,30"),
        ink("+", "plain", "50,8 50,92|8,50 92,50"),
        ink("=", "plain", "10,36 90,36|10,64 90,64"),
        ink("*", "plain", "50,6 50,94|14,24 86,76|86,24 14,76"),
        ink("#", "plain", "34,6 26,94|72,6 64,94|8,34 92,34|8,66 92,66"),
        ink("%", "plain", "84,6 16,94|26,10 14,24 26,38 38,24 26,10|74,62 62,76 74,90 86,76 74,62"),
        ink("triangle", "plain", "50,6 8,92|8,92 92,92|92,92 50,6"),
        ink("box", "plain", "12,12 88,12|88,12 88,88|88,88 12,88|12,88 12,12"),
        ink("tick", "plain", "8,56 36,90|36,90 92,10"),
        ink("heart", "plain", "50,94 10,40 24,10 50,30|50,30 76,10 90,40 50,94"),
        ink("arrow", "plain", "6,50 94,50|66,24 94,50|94,50 66,76"),
        ink("zigzag", "plain", "6,20 30,80|30,80 54,20|54,20 78,80|78,80 96,20"));

    /** Every digit by every writer, in the order of the labels. */
    public static List<Ink> all() {
        return DIGITS;
    }

    /** Six letters, A, B, E, H, K and X, by several writers, in the order of the labels: signs that are no digits. */
    public static List<Ink> letters() {
        return LETTERS;
    }

    /** Letters and marks by one writer each that nobody would read as a digit; those that one might, such as O, are left out. */
    public static List<Ink> marks() {
        return Stream.concat(MARKS.stream(), LETTERS.stream().filter(ink -> !ink.label.equals("B"))).toList();
    }

    /** Every writer's version of one digit. */
    public static List<Ink> all(String label) {
        return DIGITS.stream().filter(ink -> ink.label.equals(label)).toList();
    }

    /** The first writer's version of a digit, 0 to 9. */
    public static Ink of(int digit) {
        return all(Integer.toString(digit)).get(0);
    }

    public static Ink one() {
        return of(1);
    }

    public static Ink four() {
        return of(4);
    }

    public static Ink seven() {
        return of(7);
    }

    /** This sign and another, each half as wide, side by side in one writing square. */
    public Ink beside(Ink right) {
        return new Ink(label + right.label, writer + ", " + right.writer,
            Stream.concat(half(0), right.half(0.55)).toList());
    }

    private Stream<List<Point>> half(double left) {
        return strokes.stream().map(stroke -> stroke.stream()
            .map(point -> new Point(left + 0.45 * point.x, 0.1 + 0.8 * point.y)).toList());
    }

    /** The digit that was meant; for labels that are digits. */
    public int digit() {
        return Integer.parseInt(label);
    }

    /** The strokes as smooth polylines that pass through every written point (Catmull-Rom), 8 points a segment. */
    public List<List<Point>> smooth() {
        return strokes.stream().map(Ink::smooth).toList();
    }

    @Override
    public String toString() {
        return label + " " + writer;
    }

    private static List<Point> smooth(List<Point> points) {
        var path = new ArrayList<Point>();
        path.add(points.get(0));
        for (int i = 0; i + 1 < points.size(); i++) {
            Point before = points.get(Math.max(0, i - 1));
            Point from = points.get(i);
            Point to = points.get(i + 1);
            Point after = points.get(Math.min(points.size() - 1, i + 2));
            for (int step = 1; step <= 8; step++) {
                double t = step / 8.0;
                path.add(new Point(between(before.x, from.x, to.x, after.x, t), between(before.y, from.y, to.y, after.y, t)));
            }
        }
        return path;
    }

    private static double between(double p0, double p1, double p2, double p3, double t) {
        return 0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t + (3 * p1 - p0 - 3 * p2 + p3) * t * t * t);
    }

    private static Ink ink(String label, String writer, String strokes) {
        return new Ink(label, writer, Stream.of(strokes.split("\\|")).map(Ink::stroke).toList());
    }

    private static List<Point> stroke(String points) {
        return Arrays.stream(points.split(" ")).map(point -> point.split(","))
            .map(xy -> new Point(Integer.parseInt(xy[0]) / 100.0, Integer.parseInt(xy[1]) / 100.0)).toList();
    }
}
