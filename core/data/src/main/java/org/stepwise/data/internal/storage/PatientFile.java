package org.stepwise.data.internal.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.derby.io.StorageFile;
import org.apache.derby.io.StorageRandomAccessFile;
import org.apache.derby.shared.common.error.StandardException;

/** A file of the database whose contents are written patiently. */
final class PatientFile implements StorageFile {
    private final StorageFile file;
    private final Patience patience;

    PatientFile(StorageFile file, Patience patience) {
        this.file = file;
        this.patience = patience;
    }

    /** As Derby's own storage knows it. */
    static StorageFile plain(StorageFile given) {
        return given instanceof PatientFile patient ? patient.file : given;
    }

    @Override
    public StorageRandomAccessFile getRandomAccessFile(String mode) throws FileNotFoundException {
        try {
            return new PatientRandomAccessFile(patience.patiently(() -> file.getRandomAccessFile(mode)), patience);
        } catch (FileNotFoundException refused) {
            throw refused;
        } catch (IOException failure) {
            throw new FileNotFoundException(failure.toString());
        }
    }

    @Override
    public boolean createNewFile() throws IOException {
        return patience.patiently(file::createNewFile);
    }

    @Override
    public StorageFile getParentDir() {
        var parent = file.getParentDir();
        return parent == null ? null : new PatientFile(parent, patience);
    }

    @Override
    public boolean renameTo(StorageFile other) {
        return file.renameTo(plain(other));
    }

    @Override
    public String[] list() {
        return file.list();
    }

    @Override
    public boolean canWrite() {
        return file.canWrite();
    }

    @Override
    public boolean exists() {
        return file.exists();
    }

    @Override
    public boolean isDirectory() {
        return file.isDirectory();
    }

    @Override
    public boolean delete() {
        return file.delete();
    }

    @Override
    public boolean deleteAll() {
        return file.deleteAll();
    }

    @Override
    public String getPath() {
        return file.getPath();
    }

    @Override
    public String getCanonicalPath() throws IOException {
        return file.getCanonicalPath();
    }

    @Override
    public String getName() {
        return file.getName();
    }

    @Override
    public boolean mkdir() {
        return file.mkdir();
    }

    @Override
    public boolean mkdirs() {
        return file.mkdirs();
    }

    @Override
    public boolean setReadOnly() {
        return file.setReadOnly();
    }

    /** Only what is written while a database is created goes this way. */
    @Override
    public OutputStream getOutputStream() throws FileNotFoundException {
        return file.getOutputStream();
    }

    @Override
    public OutputStream getOutputStream(boolean append) throws FileNotFoundException {
        return file.getOutputStream(append);
    }

    @Override
    public InputStream getInputStream() throws FileNotFoundException {
        return file.getInputStream();
    }

    @Override
    public int getExclusiveFileLock() throws StandardException {
        return file.getExclusiveFileLock();
    }

    @Override
    public void releaseExclusiveFileLock() {
        file.releaseExclusiveFileLock();
    }

    @Override
    public void limitAccessToOwner() throws IOException {
        file.limitAccessToOwner();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PatientFile patient && file.equals(patient.file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
