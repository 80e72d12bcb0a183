package org.stepwise.data.internal.storage;

import java.io.IOException;
import org.apache.derby.io.StorageRandomAccessFile;

/**
 * Writes that wait for room. One that was cut short is written again from where it began. It is no file of the JDK on
 * purpose: Derby would then write pages through its channel, past this.
 */
final class PatientRandomAccessFile implements StorageRandomAccessFile {
    private final StorageRandomAccessFile file;
    private final Patience patience;

    PatientRandomAccessFile(StorageRandomAccessFile file, Patience patience) {
        this.file = file;
        this.patience = patience;
    }

    /** A write that moves on in the file. */
    private interface Write {
        void run() throws IOException;
    }

    private void patiently(Write write) throws IOException {
        var from = file.getFilePointer();
        patience.patiently(() -> {
            if (file.getFilePointer() != from) {
                file.seek(from);
            }
            write.run();
            return null;
        });
    }

    @Override
    public StorageRandomAccessFile clone() {
        return new PatientRandomAccessFile(file.clone(), patience);
    }

    @Override
    public void write(int b) throws IOException {
        patiently(() -> file.write(b));
    }

    @Override
    public void write(byte[] b) throws IOException {
        patiently(() -> file.write(b));
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        patiently(() -> file.write(b, off, len));
    }

    @Override
    public void writeBoolean(boolean v) throws IOException {
        patiently(() -> file.writeBoolean(v));
    }

    @Override
    public void writeByte(int v) throws IOException {
        patiently(() -> file.writeByte(v));
    }

    @Override
    public void writeShort(int v) throws IOException {
        patiently(() -> file.writeShort(v));
    }

    @Override
    public void writeChar(int v) throws IOException {
        patiently(() -> file.writeChar(v));
    }

    @Override
    public void writeInt(int v) throws IOException {
        patiently(() -> file.writeInt(v));
    }

    @Override
    public void writeLong(long v) throws IOException {
        patiently(() -> file.writeLong(v));
    }

    @Override
    public void writeFloat(float v) throws IOException {
        patiently(() -> file.writeFloat(v));
    }

    @Override
    public void writeDouble(double v) throws IOException {
        patiently(() -> file.writeDouble(v));
    }

    @Override
    public void writeBytes(String s) throws IOException {
        patiently(() -> file.writeBytes(s));
    }

    @Override
    public void writeChars(String s) throws IOException {
        patiently(() -> file.writeChars(s));
    }

    @Override
    public void writeUTF(String s) throws IOException {
        patiently(() -> file.writeUTF(s));
    }

    @Override
    public void setLength(long length) throws IOException {
        patiently(() -> file.setLength(length));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    @Override
    public void sync() throws IOException {
        file.sync();
    }

    @Override
    public long getFilePointer() throws IOException {
        return file.getFilePointer();
    }

    @Override
    public long length() throws IOException {
        return file.length();
    }

    @Override
    public void seek(long position) throws IOException {
        file.seek(position);
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        return file.read(b, off, len);
    }

    @Override
    public void readFully(byte[] b) throws IOException {
        file.readFully(b);
    }

    @Override
    public void readFully(byte[] b, int off, int len) throws IOException {
        file.readFully(b, off, len);
    }

    @Override
    public int skipBytes(int n) throws IOException {
        return file.skipBytes(n);
    }

    @Override
    public boolean readBoolean() throws IOException {
        return file.readBoolean();
    }

    @Override
    public byte readByte() throws IOException {
        return file.readByte();
    }

    @Override
    public int readUnsignedByte() throws IOException {
        return file.readUnsignedByte();
    }

    @Override
    public short readShort() throws IOException {
        return file.readShort();
    }

    @Override
    public int readUnsignedShort() throws IOException {
        return file.readUnsignedShort();
    }

    @Override
    public char readChar() throws IOException {
        return file.readChar();
    }

    @Override
    public int readInt() throws IOException {
        return file.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return file.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return file.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return file.readDouble();
    }

    @Override
    public String readLine() throws IOException {
        return file.readLine();
    }

    @Override
    public String readUTF() throws IOException {
        return file.readUTF();
    }
}
