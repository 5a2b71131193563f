package org.digitlens.training.measure;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.digitlens.training.UserError;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.network.Network;

/** A model file in ONNX Runtime, on one thread. Owns the session: close it. */
public final class OnnxClassifier implements AutoCloseable {
    private static final int BATCH = 100;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /**
     * Loads a model file.
     *
     * @throws UserError when there is none, or ONNX Runtime refuses it
     */
    public OnnxClassifier(Path file) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(Files.readAllBytes(file), options);
        } catch (IOException e) {
            throw new UserError("cannot read the model " + file, e);
        } catch (OrtException e) {
            throw new UserError("ONNX Runtime refuses " + file + ": " + e.getMessage(), e);
        }
    }

    /** Logits of labelled pictures. */
    public Scores scores(LabelledImages images) {
        float[] logits = output(Network.LOGITS, images.values(images.size()), images.height(), images.width());
        return new Scores(images.names().size(), logits, images.labels());
    }

    /**
     * One output for pictures.
     *
     * @param pixels 0..255, one picture after the other
     * @return the output's values, one picture's after the other
     */
    public float[] output(String name, float[] pixels, int height, int width) {
        int area = height * width;
        int count = pixels.length / area;
        float[] values = new float[0];
        int size = 0;
        for (int from = 0; from < count; from += BATCH) {
            int batch = Math.min(BATCH, count - from);
            float[] part = run(name, Arrays.copyOfRange(pixels, from * area, (from + batch) * area),
                    batch, 1, height, width);
            if (from == 0) {
                size = part.length / batch;
                values = new float[count * size];
            }
            System.arraycopy(part, 0, values, from * size, part.length);
        }
        return values;
    }

    private float[] run(String name, float[] pixels, long... shape) {
        FloatBuffer buffer = ByteBuffer.allocateDirect(pixels.length * Float.BYTES)
                .order(ByteOrder.nativeOrder()).asFloatBuffer();
        buffer.put(pixels).rewind();
        try (OnnxTensor image = OnnxTensor.createTensor(environment, buffer, shape);
                OrtSession.Result result = session.run(Map.of(Network.IMAGE, image), Set.of(name))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] copy = new float[values.remaining()];
            values.get(copy);
            return copy;
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on " + Arrays.toString(shape), e);
        }
    }

    /**
     * Shape of the input or an output; -1 where the graph leaves it open.
     *
     * @throws UserError when the graph has none of that name
     */
    public long[] shape(String name) {
        try {
            NodeInfo node = session.getInputInfo().containsKey(name)
                    ? session.getInputInfo().get(name) : session.getOutputInfo().get(name);
            if (node == null || !(node.getInfo() instanceof TensorInfo tensor)) {
                throw new UserError("a model without " + name + ": it has " + session.getInputNames() + " and "
                        + session.getOutputNames());
            }
            return tensor.getShape();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot tell of a model", e);
        }
    }

    /** Microseconds for one picture with all outputs; see {@link Latency}. */
    public double latencyMicros(float[] picture, int height, int width) {
        try {
            return Latency.micros(session, picture, 1, 1, height, width);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot close a session", e);
        }
    }
}
