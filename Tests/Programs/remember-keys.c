/* Spares the outside tests most of their time: the key that a passphrase gives is derived once and remembered.
 *
 * Every command of a test signs in, and a sign-in is half a second of scrypt on purpose. Loaded before the unchanged program
 * (LD_PRELOAD), this answers a derivation that it has seen before, with the same passphrase, salt and cost, from a file in
 * the folder that REMEMBERED_KEYS names; every other one goes to OpenSSL, so what comes out is always what scrypt gives.
 * scripts/test makes the folder and takes it away; scripts/soak does without, and so do the tests of what the program
 * writes, what it holds in memory and how it meets its user.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef int derivation(const char *, size_t, const unsigned char *, size_t, uint64_t, uint64_t, uint64_t, uint64_t,
                       unsigned char *, size_t);

/* The file of one derivation, named by the hash of everything that went in; false where there is no folder. */
static int place(char *path, size_t room, const void *pass, size_t passlen, const void *salt, size_t saltlen,
                 const uint64_t numbers[4]) {
    const char *folder = getenv("REMEMBERED_KEYS");
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned count = 0;
    uint64_t lengths[2] = {passlen, saltlen};
    if (folder == NULL || pass == NULL) return 0;
    EVP_MD_CTX *hash = EVP_MD_CTX_new();
    int whole = hash != NULL && EVP_DigestInit_ex(hash, EVP_sha256(), NULL) == 1
        && EVP_DigestUpdate(hash, numbers, 4 * sizeof(uint64_t)) == 1
        && EVP_DigestUpdate(hash, lengths, sizeof lengths) == 1 && EVP_DigestUpdate(hash, pass, passlen) == 1
        && EVP_DigestUpdate(hash, salt, saltlen) == 1 && EVP_DigestFinal_ex(hash, digest, &count) == 1;
    EVP_MD_CTX_free(hash);
    int used = snprintf(path, room, "%s/", folder);
    if (!whole || used < 0 || (size_t)used + 2 * count + 8 > room) return 0;
    for (unsigned n = 0; n < count; n++) snprintf(path + used + 2 * n, 3, "%02x", digest[n]);
    return 1;
}

int EVP_PBE_scrypt(const char *pass, size_t passlen, const unsigned char *salt, size_t saltlen, uint64_t n, uint64_t r,
                   uint64_t p, uint64_t allowed, unsigned char *key, size_t keylen) {
    static derivation *openssl;
    if (openssl == NULL) openssl = (derivation *)dlsym(RTLD_NEXT, "EVP_PBE_scrypt");
    if (openssl == NULL) return 0;
    char path[4096], making[4112];
    int known = place(path, sizeof path, pass, passlen, salt, saltlen, (uint64_t[4]){n, r, p, keylen});
    if (known) {
        int file = open(path, O_RDONLY | O_CLOEXEC);
        ssize_t got = file < 0 ? -1 : read(file, key, keylen);
        if (file >= 0) close(file);
        if (got == (ssize_t)keylen) return 1;
    }
    int answer = openssl(pass, passlen, salt, saltlen, n, r, p, allowed, key, keylen);
    if (!known || answer != 1) return answer;
    snprintf(making, sizeof making, "%s.%d", path, (int)getpid());
    int file = open(making, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) return answer;
    int written = write(file, key, keylen) == (ssize_t)keylen;
    if (close(file) != 0 || !written || rename(making, path) != 0) unlink(making);
    return answer;
}
