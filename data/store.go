package data

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"skinward/app/journal"
)

const dbName = "journal.db"

// Options say how a journal is opened. The zero value makes a missing one.
type Options struct {
	// MustExist refuses, with CodeMissing, a folder that holds no journal.
	MustExist bool
	// Now is the clock; time.Now when nil.
	Now func() time.Time
	// Derive makes the smaller copies of a photo again when they were lost.
	// When it is nil such a copy is reported as CodeMissing.
	Derive func(original []byte) (view, thumb []byte, err error)

	edition *edition // the newest schema that is known; set by tests of migrations
}

// Store is an open journal. Its methods may be called from several goroutines;
// reads do not wait for a write under way and see the journal before it.
type Store struct {
	dir     string
	options Options
	edition edition
	writer  *pool // nil when only reading
	reader  *pool
	lock    *os.File
	file    os.FileInfo // journal.db as it was opened
	tables  map[journal.Kind]*table
	photos  sync.Mutex // held while a photo is added and while files are tidied

	stop context.CancelFunc
	done sync.WaitGroup
}

// Open opens the journal in the folder dir for writing, or makes a new one
// there. Folders get mode 0700 and files 0600.
//
// Errors are coded: CodeLocked when another program has it open, CodeNewer,
// CodeDamaged and CodeForeign for a journal.db that must not be touched,
// CodeReadOnly, CodeDiskFull, CodeMissing with MustExist.
func Open(dir string, o Options) (*Store, error) {
	ctx := context.Background()
	s, err := newStore(dir, o)
	if err != nil {
		return nil, err
	}
	if o.MustExist {
		if err := s.mustExist(); err != nil {
			return nil, err
		}
	} else if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return nil, fault(s.dir, err)
	}
	if s.lock, err = takeLock(s.dir); err != nil {
		return nil, err
	}
	if err := s.openForWriting(ctx); err != nil {
		s.release()
		return nil, err
	}
	return s, nil
}

func newStore(dir string, o Options) (*Store, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fault(dir, err)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	e := present()
	if o.edition != nil {
		e = *o.edition
	}
	return &Store{dir: abs, options: o, edition: e, tables: tableOf}, nil
}

func (s *Store) openForWriting(ctx context.Context) error {
	path := s.path(dbName)
	if err := s.make(ctx); err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o077 != 0 {
		// A copy from elsewhere may be open to all. Disks without modes refuse.
		_ = os.Chmod(path, 0o600)
	}
	version, err := s.probe(ctx, forReading)
	if err != nil {
		return err
	}
	if s.writer, err = connect(ctx, path, forWriting, 1); err != nil {
		return err
	}
	if version < s.edition.version {
		if err := s.keepBeforeMigration(ctx, version); err != nil {
			return err
		}
		if err := migrate(ctx, s.writer, version, s.edition.steps); err != nil {
			return fault(path, err)
		}
	}
	return s.openReaders(ctx, forReading)
}

// readers is how many connections read: two for the whole journal, and one for
// the day that is asked for meanwhile.
const readers = 3

func (s *Store) openReaders(ctx context.Context, a access) (err error) {
	if s.reader, err = connect(ctx, s.path(dbName), a, readers); err != nil {
		return err
	}
	s.file, err = os.Stat(s.path(dbName))
	return fault(s.path(dbName), err)
}

// probe looks at an existing file without being able to change it.
func (s *Store) probe(ctx context.Context, a access) (version int, err error) {
	path := s.path(dbName)
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return 0, fault(path, err)
	case !info.Mode().IsRegular():
		return 0, &journal.Error{Code: journal.CodeForeign, Field: path}
	case info.Size() == 0:
		// Journals appear under this name complete, so an empty one was cut.
		return 0, &journal.Error{Code: journal.CodeDamaged, Field: path, Err: errors.New("the file is empty")}
	}
	p, err := connect(ctx, path, a, 1)
	if err != nil {
		return 0, err
	}
	defer p.close()
	id, err := identify(ctx, p, path, s.edition.version)
	return id.version, err
}

// OpenReader opens the journal in dir for reading, also while another program
// writes to it. What writes returns CodeReadOnly.
func OpenReader(dir string) (*Store, error) { return openReader(dir, Options{}) }

func openReader(dir string, o Options) (*Store, error) {
	ctx := context.Background()
	s, err := newStore(dir, o)
	if err != nil {
		return nil, err
	}
	if err := s.mustExist(); err != nil {
		return nil, err
	}
	a := forReading
	version, err := s.probe(ctx, a)
	if errors.Is(err, &journal.Error{Code: journal.CodeReadOnly}) && !s.hasLog() {
		// SQLite keeps a file beside a WAL database even for readers. Where
		// none can be made, nobody can be writing either.
		a = forFrozen
		version, err = s.probe(ctx, a)
	}
	if err != nil {
		return nil, err
	}
	if version < s.edition.version {
		// An older journal is brought up to date first, by a writer.
		o.MustExist = true
		w, err := Open(dir, o)
		if err != nil {
			return nil, err
		}
		if err := w.Close(); err != nil {
			return nil, err
		}
	}
	if err := s.openReaders(ctx, a); err != nil {
		s.release()
		return nil, err
	}
	return s, nil
}

// hasLog reports whether changes wait in a log beside the database.
func (s *Store) hasLog() bool {
	info, err := os.Stat(s.path(dbName + "-wal"))
	return err == nil && info.Size() > 0
}

func (s *Store) mustExist() error {
	if _, err := os.Stat(s.path(dbName)); errors.Is(err, fs.ErrNotExist) {
		return &journal.Error{Code: journal.CodeMissing, Field: s.path(dbName)}
	}
	return nil
}

// Close waits for what is under way and gives the journal free. What is called
// afterwards returns CodeGone; a second Close does nothing.
func (s *Store) Close() error {
	if s.stop != nil {
		s.stop()
	}
	s.done.Wait()
	return s.release()
}

func (s *Store) release() error {
	var err error
	if s.reader != nil {
		err = s.reader.close()
	}
	if s.writer != nil {
		err = errors.Join(err, s.writer.close())
	}
	if s.lock != nil {
		if e := s.lock.Close(); !errors.Is(e, os.ErrClosed) {
			err = errors.Join(err, e)
		}
	}
	return fault(s.dir, err)
}

// Dir returns the folder of the journal.
func (s *Store) Dir() string { return s.dir }

func (s *Store) path(parts ...string) string {
	return filepath.Join(append([]string{s.dir}, parts...)...)
}

func (s *Store) now() time.Time { return s.options.Now() }
