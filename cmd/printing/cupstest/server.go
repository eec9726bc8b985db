// Package cupstest starts a print server of the tests' own on loopback, apart
// from that of the system, with printers that print into files. It needs
// Debian's packages cups, cups-client, cups-filters and printer-driver-cups-pdf,
// or their like.
package cupstest

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

// TB is what a test of either kind offers.
type TB interface {
	Fatalf(format string, args ...any)
	Cleanup(func())
}

// Server is a running print server on a socket of its own.
type Server struct {
	t       TB
	dir     string
	address string // on loopback
	Stop    func() // ends it before the test does; may be called again
}

// The drivers for Printer: one that prints PDF as it is, and one that prints
// pixels, in colour or grey.
const (
	PDF    = "Generic-PDF_Printer-PDF.ppd"
	Pixels = "pxlcolor.ppd"
)

// Where distributions keep the server's parts.
const (
	parts   = "/usr/lib/cups"
	content = "/usr/share/cups"
	drivers = "/usr/share/ppd/cupsfilters"
)

// Where Debian and Fedora keep the driver of cups-pdf.
var cupsPDF = [2]string{"/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd", "/usr/share/cups/model/CUPS-PDF_opt.ppd"}

// Nobody is the name under which Paper's jobs are printed.
const Nobody = "CUPS_USER=nobody-of-the-tests"

// Start starts a server, which ends with the test.
func Start(t TB) *Server {
	dir, err := os.MkdirTemp("", "print")
	s := &Server{t: t, dir: dir}
	s.check(err)
	t.Cleanup(func() { os.RemoveAll(dir) })
	s.check(os.Chmod(dir, 0o755)) // its filters run as another user
	for _, d := range []string{"root", "spool", "cache", "state", "log"} {
		s.check(os.Mkdir(s.path(d), 0o755))
	}
	s.check(os.Mkdir(s.path("tmp"), 0o755))
	s.check(os.Chmod(s.path("tmp"), 0o1777))
	s.check(os.WriteFile(s.path("cups-files.conf"), s.files(), 0o644))
	s.address = freeAddress(s)
	s.check(os.WriteFile(s.path("cupsd.conf"), []byte(fmt.Sprintf(rules, s.address, s.path("socket"))), 0o644))
	// A copy, as rules of the system may bind the installed one to its places.
	daemon := s.path("cupsd")
	s.check(copyFile(daemon, "/usr/sbin/cupsd"))
	cmd := exec.Command(daemon, "-f", "-c", s.path("cupsd.conf"), "-s", s.path("cups-files.conf"))
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	s.check(cmd.Start())
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	s.Stop = sync.OnceFunc(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM) // it ends its filters first
		stuck := time.AfterFunc(10*time.Second, func() { _ = cmd.Process.Kill() })
		defer stuck.Stop()
		<-ended
	})
	t.Cleanup(s.Stop)
	for until := time.Now().Add(30 * time.Second); ; {
		if out, _ := s.Tool("lpstat", "-r").Output(); strings.Contains(string(out), "is running") {
			return s
		}
		select {
		case err := <-ended:
			ended <- err
			log, _ := os.ReadFile(s.path("log/error"))
			t.Fatalf("the print server ended: %v\n%s\n%s", err, said.Bytes(), log)
		default:
		}
		if time.Now().After(until) {
			t.Fatalf("the print server does not answer: %s", said.Bytes())
		}
	}
}

func (s *Server) files() []byte {
	var b bytes.Buffer
	for _, l := range [][2]string{
		{"ServerRoot", s.path("root")},
		{"RequestRoot", s.path("spool")},
		{"CacheDir", s.path("cache")},
		{"StateDir", s.path("state")},
		{"TempDir", s.path("tmp")},
		{"ErrorLog", s.path("log/error")},
		{"AccessLog", s.path("log/access")},
		{"PageLog", s.path("log/page")},
		{"ServerBin", parts},
		{"DataDir", content},
		{"FileDevice", "Yes"},
		{"User", "lp"},
		{"Group", "lp"},
		{"SystemGroup", "root"},
	} {
		fmt.Fprintln(&b, l[0], l[1])
	}
	return b.Bytes()
}

const rules = `Listen %s
Listen %s
Browsing Off
WebInterface No
DefaultAuthType None
LogLevel warn
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`

// Env are the variables with which CUPS tools speak to this server.
func (s *Server) Env() []string { return []string{"CUPS_SERVER=" + s.address} }

// Printer adds a printer with one of the drivers and returns the file it
// prints into.
func (s *Server) Printer(name, driver string) (file string) {
	file = s.path(name + ".out")
	s.check(os.WriteFile(file, nil, 0o666))
	s.check(os.Chmod(file, 0o666)) // whoever the server prints as
	s.Queue(name, driver, "file://"+file)
	return file
}

// Queue adds a printer that is reached by an address.
func (s *Server) Queue(name, driver, address string) {
	s.Must("lpadmin", "-p", name, "-v", address, "-P", filepath.Join(drivers, driver), "-E")
}

// Paper adds the PDF printer of the package cups-pdf and returns how to fetch
// what came out of it under a title. Its backend runs for the administrator
// alone and prints into one folder of the system for people without a name, so
// two runs at once need different titles. Without those rights the queue of
// cups-filters stands in.
func (s *Server) Paper(name string) (fetch func(title string) (file string)) {
	if os.Geteuid() != 0 {
		file := s.Printer(name, PDF)
		return func(string) string { return file }
	}
	driver := cupsPDF[0]
	if !exists(driver) {
		driver = cupsPDF[1]
	}
	s.Must("lpadmin", "-p", name, "-v", "cups-pdf:/", "-P", driver, "-E")
	start := time.Now().Add(-time.Second) // file systems round
	return func(title string) string {
		all, err := filepath.Glob(filepath.Join(anonymous(), "*.pdf"))
		s.check(err)
		for _, f := range all {
			if info, err := os.Stat(f); err != nil || info.ModTime().Before(start) || !speaksOf(filepath.Base(f), title) {
				continue
			}
			file := s.path(name + ".pdf")
			s.check(os.RemoveAll(file))
			s.check(copyFile(file, f))
			s.check(os.Remove(f))
			return file
		}
		log, _ := os.ReadFile(s.path("log/error"))
		s.t.Fatalf("nothing called %q came out of %s: %q\n%s", title, name, all, log)
		return ""
	}
}

// anonymous is the folder of cups-pdf for those whom the system does not know.
func anonymous() string {
	conf, _ := os.ReadFile("/etc/cups/cups-pdf.conf")
	for _, line := range strings.Split(string(conf), "\n") {
		if f := strings.Fields(line); len(f) == 2 && f[0] == "AnonDirName" {
			return f[1]
		}
	}
	return "/var/spool/cups-pdf/ANONYMOUS"
}

// speaksOf reports whether a file's name has the words of a title in order;
// other letters are written as numbers there.
func speaksOf(name, title string) bool {
	for _, word := range strings.FieldsFunc(title, func(r rune) bool { return !(r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z') }) {
		_, rest, ok := strings.Cut(name, word)
		if !ok {
			return false
		}
		name = rest
	}
	return true
}

// Must runs a CUPS tool on this server.
func (s *Server) Must(tool string, args ...string) string {
	out, err := s.Tool(tool, args...).CombinedOutput()
	if err != nil {
		s.t.Fatalf("%s %v: %v: %s", tool, args, err, out)
	}
	return string(out)
}

// Tool prepares a CUPS tool for this server.
func (s *Server) Tool(tool string, args ...string) *exec.Cmd {
	if p := filepath.Join("/usr/sbin", tool); tool != "lpstat" && exists(p) { // not on everybody's path
		tool = p
	}
	cmd := exec.Command(tool, args...)
	cmd.Env = append(append(os.Environ(), "LC_ALL=C"), s.Env()...)
	return cmd
}

func (s *Server) path(name string) string { return filepath.Join(s.dir, name) }

// freeAddress is a port of loopback that nobody listens on.
func freeAddress(s *Server) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	s.check(err)
	defer l.Close()
	return l.Addr().String()
}

func (s *Server) check(err error) {
	if err != nil {
		s.t.Fatalf("print server: %v", err)
	}
}

func exists(path string) bool { _, err := os.Stat(path); return err == nil }

func copyFile(to, from string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o755)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if e := out.Close(); err == nil {
		err = e
	}
	return err
}
