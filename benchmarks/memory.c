/* Live and peak bytes of what goes through malloc and its like, when preloaded (LD_PRELOAD).
   It sees NumPy (malloc, calloc, realloc), torch's CPU allocator and XLA's (posix_memalign), and
   scratch memory of BLAS that comes from malloc; not what is mapped behind malloc's back. */
#define _GNU_SOURCE
#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stddef.h>

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t), __libc_free(void *);

static atomic_long live, peak;

static void *more(void *p) {
  if (p) {
    long size = (long)malloc_usable_size(p), now = atomic_fetch_add(&live, size) + size;
    long was = atomic_load(&peak);
    while (now > was && !atomic_compare_exchange_weak(&peak, &was, now)) {}
  }
  return p;
}

void free(void *p) {
  if (p) atomic_fetch_sub(&live, (long)malloc_usable_size(p));
  __libc_free(p);
}

void *realloc(void *q, size_t n) {
  long was = q ? (long)malloc_usable_size(q) : 0;
  void *p = __libc_realloc(q, n);
  if (p || !n) atomic_fetch_sub(&live, was);
  return more(p);
}

int posix_memalign(void **out, size_t a, size_t n) {
  void *p = more(__libc_memalign(a, n));
  if (p) *out = p;
  return p ? 0 : ENOMEM;
}

void *malloc(size_t n) { return more(__libc_malloc(n)); }
void *calloc(size_t a, size_t n) { return more(__libc_calloc(a, n)); }
void *memalign(size_t a, size_t n) { return more(__libc_memalign(a, n)); }
void *aligned_alloc(size_t a, size_t n) { return more(__libc_memalign(a, n)); }

long watched_live(void) { return atomic_load(&live); }
long watched_peak(void) { return atomic_load(&peak); }
void watched_reset(void) { atomic_store(&peak, atomic_load(&live)); }
