package org.digitlens.training.network;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The values of a network's parameters, by name, row-major, in the network's order. A snapshot: nothing native. */
public final class Weights {
    private final Map<String, float[]> values;

    public Weights(Map<String, float[]> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** The values of one parameter; the array is shared, not copied. */
    public float[] get(String name) {
        float[] found = values.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no parameter " + name + " among " + values.keySet());
        }
        return found;
    }

    /** These, and the other's, which win where both have a parameter. */
    public Weights with(Weights other) {
        Map<String, float[]> all = new LinkedHashMap<>(values);
        all.putAll(other.values);
        return new Weights(all);
    }

    /** Those of the declared parameters. */
    public Weights only(Iterable<Parameter> declared) {
        Map<String, float[]> some = new LinkedHashMap<>();
        declared.forEach(p -> some.put(p.name(), get(p.name())));
        return new Weights(some);
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Writes the count, then for each: name, length, big-endian floats. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(values.size());
        for (Map.Entry<String, float[]> entry : values.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().length);
            ByteBuffer bytes = ByteBuffer.allocate(entry.getValue().length * Float.BYTES);
            bytes.asFloatBuffer().put(entry.getValue());
            out.write(bytes.array());
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in on bytes in memory, of which it knows how many are left
     * @throws IOException when that is not there
     */
    public static Weights read(DataInputStream in) throws IOException {
        Map<String, float[]> values = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            int length = in.readInt();
            if (length < 0 || length > in.available() / Float.BYTES) {
                throw new IOException(name + " should have " + length + " values, but " + in.available()
                        + " bytes are left");
            }
            float[] array = new float[length];
            ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(array.length * Float.BYTES));
            bytes.asFloatBuffer().get(array);
            values.put(name, array);
        }
        return new Weights(values);
    }
}
