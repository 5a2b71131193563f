package org.digitlens.training.network;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.digitlens.training.UserError;

/** The networks by name. To add one, add a line here. */
public final class Networks {

    /** Makes a network for pictures of a size and a number of labels. */
    @FunctionalInterface
    interface Plan {
        Network network(String name, Shape input, int labels);
    }

    private static final Map<String, Plan> PLANS = new TreeMap<>(Map.ofEntries(
            Map.entry("classic-cnn", OlderNetworks::classicCnn),
            Map.entry("conv6-73k", stages(3, 3, new int[][] {{16, 16}, {32, 32}, {64, 64}})),
            Map.entry("conv6-165k", stages(3, 3, new int[][] {{16, 16}, {32, 64}, {96, 96}})),
            Map.entry("conv6-289k", stages(3, 3, new int[][] {{32, 32}, {64, 64}, {128, 128}})),
            Map.entry("conv5-50k", stages(5, 3, new int[][] {{16}, {16, 32}, {48, 64}})),
            Map.entry("conv5-194k-5x5", stages(5, 5, new int[][] {{16}, {32, 32}, {64, 64}})),
            Map.entry("conv6-84k-fine", stages(3, 3, new int[][] {{16, 16}, {32, 48, 48, 64}})),
            Map.entry("conv8-119k", stages(3, 3, new int[][] {{16, 16}, {32, 32, 32}, {64, 64, 64}})),
            Map.entry("conv8-152k", stages(3, 3, new int[][] {{16, 16}, {32, 32, 48}, {64, 64, 96}})),
            Map.entry("dbn", OlderNetworks::deepBelief),
            Map.entry("dense", OlderNetworks::dense),
            Map.entry("lenet", OlderNetworks::lenet),
            Map.entry("tiny", stages(3, 3, new int[][] {{4}, {8}, {8}}))));

    private Networks() {}

    public static Set<String> names() {
        return PLANS.keySet();
    }

    /**
     * A network by name.
     *
     * @throws UserError for an unknown name
     */
    public static Network named(String name, int height, int width, int labels) {
        Plan plan = PLANS.get(name);
        if (plan == null) {
            throw new UserError("unknown network " + name + "; known are " + names());
        }
        return plan.network(name, new Shape(1, height, width), labels);
    }

    /**
     * Convolutions in stages, maximum pooling by 2 between the stages, and averaged classes on the last maps: a class
     * activation map is exact.
     *
     * @param first side of the first convolution's kernels, pixels
     * @param kernel side of the others' kernels, pixels
     * @param channels output channels of each convolution of each stage
     */
    static Plan stages(int first, int kernel, int[][] channels) {
        return (name, input, labels) -> {
            List<Layer> layers = new ArrayList<>();
            layers.add(new Normalise());
            int number = 1;
            for (int stage = 0; stage < channels.length; stage++) {
                if (stage > 0) {
                    layers.add(new MaxPool("pool" + stage, 2));
                }
                for (int width : channels[stage]) {
                    layers.add(new ConvBlock("conv" + number, number++ == 1 ? first : kernel, width));
                }
            }
            layers.add(new AveragedClasses(labels));
            return new Network(name, input, layers);
        };
    }
}
