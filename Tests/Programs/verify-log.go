// Verifies an exported audit log with Go's own transparency-log packages (golang.org/x/mod/sumdb/note and tlog) and nothing
// of Dalesway's; written from docs/formats-audit.md alone.
//
//	verify-log [-key VKEY] [-against CHECKPOINT]… [-proof FILE]… [-since FILE]… [-witness VKEY]… [FOLDER]
//
// FOLDER is what `audit export` wrote. The options name files: the verifier key that was held from before (else the folder's
// own is believed), checkpoints held from before, proofs of leaves, proofs that the log only grew, keys of witnesses who
// must have signed the checkpoints of all these. Says what it found of each; exit 0 if all holds, 1 if anything does not, 64 if it
// was called wrongly.
package main

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// The leaves' hashes, and those of the whole subtrees above them, in the order in which tlog stores them.
// Beside them the places of leaves that tell of an emergency access, which checkpoints count, and how many leaves were pruned.
type leaves struct {
	stored      []tlog.Hash
	size        int64
	emergencies []int64
	pruned      int64
}

func (l *leaves) ReadHashes(places []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(places))
	for i, place := range places {
		if place >= int64(len(l.stored)) {
			return nil, errors.New("the log is not that long")
		}
		found[i] = l.stored[place]
	}
	return found, nil
}

// Reads log.jsonl: an object a line, each with its own place.
func readLeaves(path string) (*leaves, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	reader := bufio.NewReaderSize(file, 1<<20)
	log := &leaves{}
	for {
		line, err := reader.ReadBytes('\n')
		if err == io.EOF && len(line) == 0 {
			return log, nil
		}
		if err != nil {
			return nil, fmt.Errorf("line %d does not end", log.size+1)
		}
		hash, err := log.leaf(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", log.size+1, err)
		}
		more, err := tlog.StoredHashesForRecordHash(log.size, hash, log)
		if err != nil {
			return nil, err
		}
		log.stored = append(log.stored, more...)
		log.size++
	}
}

func (l *leaves) leaf(line []byte) (hash tlog.Hash, err error) {
	place := l.size
	var entry struct {
		Index    *int64 `json:"index"`
		Leaf     []byte `json:"leaf"`
		LeafHash []byte `json:"leaf_hash"`
	}
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&entry); err != nil {
		return hash, err
	}
	if entry.Index == nil || *entry.Index != place {
		return hash, errors.New("it carries another index than its place")
	}
	if entry.Leaf == nil && len(entry.LeafHash) == len(hash) {
		copy(hash[:], entry.LeafHash)
		l.pruned++
		return hash, nil
	}
	var leaf struct {
		Seq *int64 `json:"seq"`
		Op  string `json:"op"`
		Why string `json:"why"`
	}
	if entry.LeafHash != nil || json.Unmarshal(entry.Leaf, &leaf) != nil {
		return hash, errors.New("it holds no leaf")
	}
	if leaf.Seq == nil || *leaf.Seq != place {
		return hash, errors.New("the leaf says that it stands elsewhere")
	}
	if leaf.Op == "consultation" && strings.HasPrefix(leaf.Why, "break-glass.") {
		l.emergencies = append(l.emergencies, place)
	}
	return tlog.RecordHash(entry.Leaf), nil
}

// A witness signs a time with the text; note knows the keys of logs only, and takes any other through its interface.
type witness struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.id }
func (w witness) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(signature), text)
	return ed25519.Verify(w.key, []byte(message), signature[8:])
}

func newWitness(vkey string) (note.Verifier, error) {
	fields := strings.SplitN(vkey, "+", 3)
	if len(fields) != 3 {
		return nil, errors.New("not a verifier key")
	}
	id, err := hex.DecodeString(fields[1])
	if err != nil {
		return nil, err
	}
	key, err := base64.StdEncoding.DecodeString(fields[2])
	if err != nil || len(key) != 1+ed25519.PublicKeySize || key[0] != 4 {
		return nil, errors.New("not the key of a witness")
	}
	if sum := sha256.Sum256(append([]byte(fields[0]+"\n"), key...)); !bytes.Equal(sum[:4], id) {
		return nil, errors.New("the fingerprint is not that of the key")
	}
	return witness{fields[0], binary.BigEndian.Uint32(id), key[1:]}, nil
}

// A checkpoint whose signature by the log's key was found true.
type checkpoint struct {
	size        int64
	root        tlog.Hash
	emergencies int
	signers     []string
}

func (c checkpoint) String() string {
	return fmt.Sprintf("%d leaves, signed by %s", c.size, strings.Join(c.signers, " and "))
}

// Opens a signed checkpoint. tlog's own ParseTree knows one origin only, so the lines are divided here.
func open(text []byte, key note.Verifier, witnesses ...note.Verifier) (read checkpoint, err error) {
	opened, err := note.Open(text, note.VerifierList(append(witnesses, key)...))
	if err != nil {
		return read, err
	}
	signed := map[string]bool{}
	for _, signature := range opened.Sigs {
		read.signers = append(read.signers, signature.Name)
		signed[signature.Name] = true
	}
	for _, needed := range append(witnesses, key) {
		if !signed[needed.Name()] {
			return read, errors.New("not signed by " + needed.Name())
		}
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != key.Name() {
		return read, errors.New("not a checkpoint of " + key.Name())
	}
	read.size, err = strconv.ParseInt(lines[1], 10, 64)
	if err != nil || read.size < 1 || strconv.FormatInt(read.size, 10) != lines[1] {
		return read, errors.New("not a size: " + lines[1])
	}
	for _, line := range lines[3:] {
		if strings.HasPrefix(line, "break-glass ") {
			if read.emergencies, err = strconv.Atoi(line[len("break-glass "):]); err != nil {
				return read, err
			}
		}
	}
	read.root, err = tlog.ParseHash(lines[2])
	return read, err
}

// Whether a log has the root that a checkpoint says, and leads on from it to what it is now, by the library's own proof.
func (l *leaves) fits(read checkpoint) error {
	if read.size > l.size {
		return fmt.Errorf("it covers %d leaves, and the log has %d: some were taken away", read.size, l.size)
	}
	root, err := tlog.TreeHash(read.size, l)
	if err != nil {
		return err
	}
	if root != read.root {
		return fmt.Errorf("the first %d leaves have another root: the log was altered", read.size)
	}
	emergencies := sort.Search(len(l.emergencies), func(i int) bool { return l.emergencies[i] >= read.size })
	if emergencies != read.emergencies && l.pruned == 0 {
		return fmt.Errorf("it says %d emergency accesses, and the log has %d", read.emergencies, emergencies)
	}
	whole, err := tlog.TreeHash(l.size, l)
	if err != nil {
		return err
	}
	proof, err := tlog.ProveTree(l.size, read.size, l)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, l.size, whole, read.size, root)
}

// The lines above the first empty line, and the note below it.
func divide(text []byte) ([]string, []byte, error) {
	place := bytes.Index(text, []byte("\n\n"))
	if place < 0 {
		return nil, nil, errors.New("no empty line")
	}
	return strings.Split(string(text[:place]), "\n"), text[place+2:], nil
}

// The number after a word, and the lines after its line as hashes.
func numbered(word string, lines []string) (number int64, path []tlog.Hash, err error) {
	if len(lines) == 0 || !strings.HasPrefix(lines[0], word+" ") {
		return 0, nil, errors.New("no line " + word)
	}
	digits := lines[0][len(word)+1:]
	number, err = strconv.ParseInt(digits, 10, 64)
	if err != nil || number < 0 || strconv.FormatInt(number, 10) != digits {
		return 0, nil, errors.New("not a number: " + digits)
	}
	for _, line := range lines[1:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return 0, nil, err
		}
		path = append(path, hash)
	}
	return number, path, nil
}

// A tlog-proof: that a leaf is in the log. The leaf is the log's own, or the one that the file carries.
func (l *leaves) proof(text []byte, key note.Verifier, witnesses []note.Verifier) (string, error) {
	lines, rest, err := divide(text)
	if err != nil {
		return "", err
	}
	newest, err := open(rest, key, witnesses...)
	if err != nil {
		return "", err
	}
	if lines[0] != "c2sp.org/tlog-proof@v1" || len(lines) < 2 {
		return "", errors.New("not a proof file")
	}
	lines = lines[1:]
	var hash tlog.Hash
	carries := strings.HasPrefix(lines[0], "extra ")
	if carries {
		leaf, err := base64.StdEncoding.DecodeString(lines[0][len("extra "):])
		if err != nil {
			return "", err
		}
		hash, lines = tlog.RecordHash(leaf), lines[1:]
	}
	place, path, err := numbered("index", lines)
	if err != nil {
		return "", err
	}
	if place >= newest.size {
		return "", errors.New("it is of a leaf that the checkpoint does not cover")
	}
	if l != nil {
		found, err := l.ReadHashes([]int64{tlog.StoredHashIndex(0, place)})
		if err != nil {
			return "", err
		}
		if carries && found[0] != hash {
			return "", errors.New("it carries another leaf than the log has there")
		}
		hash = found[0]
	} else if !carries {
		return "", errors.New("neither it nor a log gives the leaf")
	}
	return fmt.Sprintf("leaf %d is in the log of %d", place, newest.size),
		tlog.CheckRecord(path, newest.size, newest.root, place, hash)
}

// An add-checkpoint body: that the log of a newer checkpoint begins with the whole log of an older one.
func (l *leaves) since(text []byte, key note.Verifier, witnesses []note.Verifier, held map[int64]tlog.Hash) (string, error) {
	lines, rest, err := divide(text)
	if err != nil {
		return "", err
	}
	newest, err := open(rest, key, witnesses...)
	if err != nil {
		return "", err
	}
	old, path, err := numbered("old", lines)
	if err != nil {
		return "", err
	}
	root, isHeld := held[old]
	if !isHeld && l != nil && old > 0 && old <= l.size {
		if root, err = tlog.TreeHash(old, l); err != nil {
			return "", err
		}
	} else if !isHeld {
		return "", fmt.Errorf("no root of %d leaves is known", old)
	}
	return fmt.Sprintf("from %d to %d leaves the log only grew", old, newest.size),
		tlog.CheckTree(path, newest.size, newest.root, old, root)
}

// What was found so far.
type findings struct{ faults int }

func (f *findings) say(name string, words interface{}, err error) {
	if err != nil {
		f.faults++
		words = "REFUSED: " + err.Error()
	}
	fmt.Printf("%s: %v\n", name, words)
}

// Each file of a list by what a body says of it.
func (f *findings) each(paths []string, body func(path string, text []byte) (string, error)) {
	for _, path := range paths {
		text, err := os.ReadFile(path)
		words := ""
		if err == nil {
			words, err = body(path, text)
		}
		f.say(path, words, err)
	}
}

func readKey(path string) (note.Verifier, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return note.NewVerifier(strings.TrimSpace(string(text)))
}

// The checkpoints of one folder; each but the newest says its size in its name.
func (f *findings) folder(folder string, key note.Verifier, log *leaves, named []string) {
	f.each(named, func(path string, text []byte) (string, error) {
		read, err := open(text, key)
		if err == nil && filepath.Ext(path) != fmt.Sprintf(".%d", read.size) {
			err = errors.New("it is not of the size that its name says")
		}
		if err == nil {
			err = log.fits(read)
		}
		return read.String(), err
	})
}

type list []string

func (l *list) String() string         { return strings.Join(*l, " ") }
func (l *list) Set(value string) error { *l = append(*l, value); return nil }

func main() {
	var against, proofs, sinces, witnessKeys list
	heldKey := flag.String("key", "", "")
	flag.Var(&against, "against", "")
	flag.Var(&proofs, "proof", "")
	flag.Var(&sinces, "since", "")
	flag.Var(&witnessKeys, "witness", "")
	flag.Parse()
	if flag.NArg() > 1 || flag.NArg() == 0 && *heldKey == "" {
		os.Exit(64)
	}
	found := &findings{}
	defer func() {
		if found.faults > 0 {
			os.Exit(1)
		}
	}()

	keyPath := *heldKey
	if keyPath == "" {
		keyPath = filepath.Join(flag.Arg(0), "log.vkey")
	}
	key, err := readKey(keyPath)
	if err != nil {
		found.say(keyPath, nil, err)
		return
	}
	var witnesses []note.Verifier
	found.each(witnessKeys, func(_ string, text []byte) (string, error) {
		read, err := newWitness(strings.TrimSpace(string(text)))
		if err == nil {
			witnesses = append(witnesses, read)
		}
		return "the key of a witness", err
	})

	var log *leaves
	if flag.NArg() == 1 {
		if log, err = found.export(flag.Arg(0), key); err != nil {
			return
		}
	}
	held := map[int64]tlog.Hash{}
	found.each(against, func(_ string, text []byte) (string, error) {
		read, err := open(text, key, witnesses...)
		if err == nil && log != nil {
			err = log.fits(read)
		}
		if err == nil {
			held[read.size] = read.root
		}
		return read.String(), err
	})
	found.each(proofs, func(_ string, text []byte) (string, error) { return log.proof(text, key, witnesses) })
	found.each(sinces, func(_ string, text []byte) (string, error) { return log.since(text, key, witnesses, held) })
}

// A whole export: its leaves, its newest checkpoint, its earlier ones, and those of names that ended with a restore.
func (f *findings) export(folder string, key note.Verifier) (*leaves, error) {
	log, err := readLeaves(filepath.Join(folder, "log.jsonl"))
	if err != nil {
		f.say("log.jsonl", nil, err)
		return nil, err
	}
	f.each([]string{filepath.Join(folder, "checkpoint")}, func(_ string, text []byte) (string, error) {
		read, err := open(text, key)
		if err == nil && read.size != log.size {
			err = fmt.Errorf("it covers %d leaves, and the log has %d", read.size, log.size)
		}
		if err == nil {
			err = log.fits(read)
		}
		return read.String(), err
	})
	named, _ := filepath.Glob(filepath.Join(folder, "checkpoint.*"))
	f.folder(folder, key, log, named)
	former, _ := filepath.Glob(filepath.Join(folder, "before-restore-*"))
	for _, folder := range former {
		key, err := readKey(filepath.Join(folder, "log.vkey"))
		if err != nil {
			f.say(folder, nil, err)
			continue
		}
		named, _ := filepath.Glob(filepath.Join(folder, "checkpoint.*"))
		f.folder(folder, key, log, named)
	}
	return log, nil
}
