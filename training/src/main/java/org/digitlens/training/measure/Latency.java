package org.digitlens.training.measure;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import org.digitlens.training.network.Network;

/** How long a model takes for one picture in ONNX Runtime: batch of 1, one thread, all outputs computed. */
final class Latency {
    private static final int ROUNDS = 30;
    private static final int RUNS_PER_ROUND = 200;

    private Latency() {}

    /**
     * The mean time of the fastest of {@value #ROUNDS} rounds, in microseconds: other work on the machine only ever adds.
     *
     * @param pixels values of one picture
     * @param shape of the input, with a batch of 1
     */
    static double micros(OrtSession session, float[] pixels, long... shape) throws OrtException {
        FloatBuffer buffer = ByteBuffer.allocateDirect(pixels.length * Float.BYTES)
                .order(ByteOrder.nativeOrder()).asFloatBuffer();
        buffer.put(pixels).rewind();
        double fastest = Double.MAX_VALUE;
        try (OnnxTensor image = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), buffer, shape)) {
            Map<String, OnnxTensor> inputs = Map.of(Network.IMAGE, image);
            round(session, inputs);
            for (int i = 0; i < ROUNDS; i++) {
                fastest = Math.min(fastest, round(session, inputs));
            }
        }
        return fastest;
    }

    private static double round(OrtSession session, Map<String, OnnxTensor> inputs) throws OrtException {
        long start = System.nanoTime();
        for (int i = 0; i < RUNS_PER_ROUND; i++) {
            session.run(inputs).close();
        }
        return (System.nanoTime() - start) / 1e3 / RUNS_PER_ROUND;
    }
}
