/* The bare event loop of Expat: handlers that count, one parser for all messages.
 * expat_events FILE ITERATIONS prints nanoseconds of CPU time and the elements of one message. */
#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct counts {
    unsigned long elements, ends, characters;
};

static void start(void *data, const XML_Char *name, const XML_Char **attributes) {
    (void)name;
    (void)attributes;
    ((struct counts *)data)->elements++;
}

static void end(void *data, const XML_Char *name) {
    (void)name;
    ((struct counts *)data)->ends++;
}

static void text(void *data, const XML_Char *characters, int length) {
    (void)characters;
    ((struct counts *)data)->characters += (unsigned long)length;
}

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int argc, char **argv) {
    if (argc < 3) return 2;
    FILE *file = fopen(argv[1], "rb");
    if (!file) return fprintf(stderr, "cannot open the file\n"), 1;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *bytes = malloc((size_t)size);
    if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size) return 1;
    fclose(file);

    unsigned long iterations = strtoul(argv[2], NULL, 10);
    struct counts counts = {0, 0, 0};
    XML_Parser parser = XML_ParserCreate(NULL);
    long long before = now();
    for (unsigned long i = 0; i < iterations; i++) {
        XML_ParserReset(parser, NULL);
        XML_SetUserData(parser, &counts);
        XML_SetElementHandler(parser, start, end);
        XML_SetCharacterDataHandler(parser, text);
        if (XML_Parse(parser, bytes, (int)size, 1) != XML_STATUS_OK)
            return fprintf(stderr, "%s\n", XML_ErrorString(XML_GetErrorCode(parser))), 1;
    }
    printf("%lld %lu\n", now() - before, iterations ? counts.elements / iterations : 0);
    XML_ParserFree(parser);
    free(bytes);
    return 0;
}
