package org.digitlens.decoding;

import javax.imageio.stream.ImageInputStreamImpl;

/** A file in memory as ImageIO's readers want it; it stops giving bytes when the time is over. */
final class FileInput extends ImageInputStreamImpl {

    private final byte[] file;
    private final Deadline deadline;

    FileInput(byte[] file, Deadline deadline) {
        this.file = file;
        this.deadline = deadline;
    }

    @Override
    public int read() {
        deadline.step();
        bitOffset = 0;
        return streamPos < file.length ? file[(int) streamPos++] & 255 : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        deadline.step();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        int count = (int) Math.min(length, file.length - streamPos);
        if (count <= 0) {
            return -1;
        }
        System.arraycopy(file, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return file.length;
    }
}
